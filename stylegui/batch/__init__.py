"""Many photos in many styles: the plan, the workers that paint it, and the manifest by which it goes on after a stop.

Reading order: `photos` and `plan` say what is to be made, `order` and `painting` how one picture is made anywhere,
`local` and `cluster` where, and `run` brings it together. No Qt, and no torch in the process that leads.
"""
