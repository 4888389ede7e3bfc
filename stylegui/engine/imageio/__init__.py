"""The parts behind `stylegui.engine.images`: one module for each thing that a picture file asks for."""
