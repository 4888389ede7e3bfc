"""The works that the gallery ships: which painter, seed and palette make each picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from stylegui.painters.colour import Array, Palette
from stylegui.painters.field import Size
from stylegui.painters.table import PAINTERS

CREDIT = "stylegui painters"
LICENCE = "CC0-1.0"
TALL: Size = (832, 1024)


@dataclass(frozen=True)
class Work:
    """One finished picture of the gallery: everything needed to paint it again."""

    id: str
    title: str
    collection: str
    painter: str
    seed: int
    tags: tuple[str, ...]
    size: Size = (1024, 768)
    palette: Palette | None = None

    @property
    def colours(self) -> Palette:
        """Its own palette, or the painter's."""
        return self.palette or PAINTERS[self.painter].palette

    def paint(self, size: Size | None = None) -> Array:
        """(H, W, 3) uint8 sRGB, at its own size or another."""
        return PAINTERS[self.painter].paint(size or self.size, self.seed, self.colours)

    def record(self) -> dict[str, Any]:
        """What `style.json` says about it."""
        return {
            "title": self.title,
            "collection": self.collection,
            "painter": self.painter,
            "seed": self.seed,
            "size": list(self.size),
            "palette": list(self.colours.colours),
            "tags": list(self.tags),
            "licence": LICENCE,
            "credit": CREDIT,
        }


CANAL = Palette(
    (
        "#5b9bd0", "#f6b66a", "#8d86bf", "#4f7fae", "#2f4a80", "#2c6550", "#9fae3c", "#c8563c", "#d0923f", "#24304f",
    )
)  # fmt: skip

POPPIES = Palette(
    (
        "#6aa6d6", "#f7a14a", "#8d86bf", "#4f7fae", "#2f4a80", "#2f7a58", "#a9b83e", "#d42a2c", "#c98a3a", "#2a2340",
    )
)  # fmt: skip

WORKS: tuple[Work, ...] = (
    Work("night-wind", "Night Wind over the Furrows", "Impasto", "flow-impasto", 1, ("night", "sky", "hills", "swirl")),
    Work(
        "river-at-noon", "The River at Noon", "Impressions", "divided-strokes", 1, ("river", "summer", "dabs", "light")
    ),
    Work(
        "harbour-morning",
        "Harbour, First Light",
        "Impasto",
        "palette-knife",
        1,
        ("harbour", "boats", "houses", "knife"),
    ),
    Work(
        "mountain-lake",
        "Below the White Peak",
        "Watercolour",
        "watercolour",
        1,
        ("mountains", "lake", "flowers", "wash"),
    ),
    Work("bamboo-mist", "Bamboo and Morning Mist", "Ink", "ink-wash", 1, ("bamboo", "mountains", "mist", "brush")),
    Work("gulls-at-sunrise", "Gulls at Sunrise", "Print", "linocut", 2, ("sea", "sun", "birds", "cut")),
    Work(
        "claws-of-the-sea",
        "Claws of the Sea",
        "Print",
        "ukiyo-e",
        0,
        ("wave", "boats", "mountain", "woodblock", "storm"),
    ),
    Work(
        "snow-on-the-drum-bridge",
        "Snow on the Drum Bridge",
        "Print",
        "ukiyo-e",
        1,
        ("bridge", "snow", "winter", "river", "woodblock", "quiet"),
    ),
    Work(
        "cranes-at-the-red-mountain",
        "Cranes at the Red Mountain",
        "Print",
        "ukiyo-e",
        2,
        ("cranes", "mountain", "pine", "morning", "woodblock"),
    ),
    Work(
        "home-through-the-wood",
        "Home Through the Wood",
        "Print",
        "woodcut",
        0,
        ("forest", "night", "moon", "path", "woodcut", "lonely"),
    ),
    Work(
        "crooked-street",
        "Crooked Street, Late",
        "Print",
        "woodcut",
        1,
        ("city", "night", "houses", "cat", "woodcut", "eerie"),
        (768, 1024),
        Palette(("#efe3c8", "#17110f", "#b0563a", "#f0b94a", "#2f7f86")),
    ),
    Work(
        "half-in-the-dark",
        "Half in the Dark",
        "Print",
        "woodcut",
        5,
        ("portrait", "face", "shadow", "woodcut", "expressive"),
        TALL,
    ),
    Work(
        "summer-in-her-glasses",
        "Summer in Her Glasses",
        "Print",
        "risograph",
        3,
        ("portrait", "sunglasses", "summer", "halftone", "pop"),
        TALL,
    ),
    Work(
        "saguaro-sundown",
        "Saguaro Sundown",
        "Print",
        "risograph",
        1,
        ("desert", "cactus", "sun", "halftone", "warm", "retro"),
    ),
    Work(
        "bridge-of-lamps",
        "Bridge of Lamps",
        "Print",
        "risograph",
        2,
        ("city", "night", "bridge", "moon", "halftone", "river"),
        (768, 1024),
    ),
    Work(
        "chambered-nautilus",
        "The Chambered Nautilus",
        "Drawing",
        "pen-stipple",
        0,
        ("shell", "sea", "stipple", "pen", "sepia", "naturalist"),
    ),
    Work(
        "moth-before-the-moon",
        "Moth before the Moon",
        "Drawing",
        "pen-stipple",
        1,
        ("moth", "moon", "leaves", "stipple", "pen", "night"),
        (768, 1024),
    ),
    Work(
        "the-keepers-light",
        "The Keeper’s Light",
        "Ink",
        "pen-stipple",
        2,
        ("lighthouse", "sea", "moon", "stipple", "pen", "night"),
    ),
    Work("sun-tree-window", "The Sun Tree", "Glass", "stained-glass", 1, ("tree", "sun", "lead", "light")),
    Work(
        "bird-and-pomegranates",
        "A Bird among Pomegranates",
        "Glass",
        "mosaic",
        1,
        ("bird", "tree", "gold", "mosaic", "tesserae"),
        TALL,
    ),
    Work(
        "sun-with-a-face",
        "The Watchful Sun",
        "Glass",
        "mosaic",
        2,
        ("sun", "face", "night", "stars", "mosaic"),
        (1024, 832),
    ),
    Work(
        "three-fish",
        "Three Fish, One Tide",
        "Glass",
        "mosaic",
        3,
        ("fish", "sea", "waves", "mosaic", "tesserae"),
    ),
    Work(
        "two-birds-one-tree",
        "Two Birds, One Tree",
        "Textile",
        "embroidery",
        0,
        ("birds", "flowers", "folk", "satin stitch", "linen"),
        TALL,
    ),
    Work(
        "garden-after-dark",
        "The Garden after Dark",
        "Textile",
        "embroidery",
        1,
        ("garden", "moon", "moths", "night", "stitches"),
    ),
    Work(
        "two-carp",
        "Two Carp, Turning",
        "Textile",
        "embroidery",
        2,
        ("fish", "pond", "lotus", "silk", "stitches"),
    ),
    Work(
        "river-from-the-sun",
        "A River out of the Sun",
        "Textile",
        "tapestry",
        4,
        ("sun", "river", "hills", "weaving", "wool"),
    ),
    Work(
        "kilim-with-birds",
        "Four Birds at the Gate",
        "Textile",
        "tapestry",
        1,
        ("kilim", "birds", "medallion", "geometric", "wool"),
        TALL,
    ),
    Work(
        "fox-in-folded-paper",
        "What the Fox Heard",
        "Craft",
        "low-poly",
        3,
        ("fox", "forest", "dusk", "paper", "facets"),
        TALL,
    ),
    Work(
        "lake-in-folded-paper",
        "A Lake Kept in Folds",
        "Craft",
        "low-poly",
        0,
        ("mountains", "lake", "moon", "paper", "facets"),
    ),
    Work(
        "plate-with-cranes",
        "Cranes before the Broken Moon",
        "Craft",
        "kintsugi",
        0,
        ("plate", "cranes", "porcelain", "gold", "blue and white"),
        (1024, 1024),
    ),
    Work(
        "inlaid-cranes",
        "A Thousand Cranes, Mended",
        "Craft",
        "kintsugi",
        10,
        ("cranes", "celadon", "gold", "crackle", "calm"),
    ),
    Work(
        "moon-jar",
        "Moon Jar with Plum",
        "Craft",
        "kintsugi",
        14,
        ("still life", "jar", "blossom", "gold", "dark"),
        TALL,
    ),
    Work(
        "guitar-and-wine",
        "Table with Guitar and Wine",
        "Modern",
        "cubist-facets",
        1,
        ("still life", "guitar", "facets"),
        TALL,
    ),
    Work(
        "wheat-before-the-wind",
        "Wheat before the Wind",
        "Impasto",
        "flow-impasto",
        4,
        ("wheat", "cypress", "clouds", "swirl", "summer"),
    ),
    Work(
        "sunflowers-blue-jar",
        "Sunflowers, Blue Jar",
        "Impasto",
        "flow-impasto",
        2,
        ("flowers", "still life", "yellow", "thick paint"),
        TALL,
    ),
    Work(
        "morning-on-the-square",
        "Morning on the Square",
        "Impressions",
        "points-fine",
        1,
        ("cathedral", "points", "haze", "light"),
        TALL,
    ),
    Work(
        "orchard-in-snow",
        "Orchard, First Snow",
        "Impressions",
        "divided-strokes",
        4,
        ("snow", "orchard", "winter", "dabs", "sunset"),
    ),
    Work(
        "poplars-at-evening",
        "Poplars at Evening",
        "Impressions",
        "divided-long",
        1,
        ("poplars", "river", "evening", "long strokes"),
    ),
    Work(
        "canal-with-striped-poles",
        "Canal with Striped Poles",
        "Watercolour",
        "watercolour",
        3,
        ("canal", "boats", "houses", "wash"),
        palette=CANAL,
    ),
    Work(
        "poppies-seen-close",
        "Poppies, Seen Close",
        "Watercolour",
        "watercolour",
        2,
        ("poppies", "flowers", "red", "wet in wet"),
        palette=POPPIES,
    ),
    Work(
        "plum-before-the-moon", "Plum Branch before the Moon", "Ink", "ink-wash", 3, ("plum", "moon", "night", "brush")
    ),
    Work("the-kingfisher-waits", "The Kingfisher Waits", "Ink", "ink-wash", 2, ("lotus", "bird", "water", "brush")),
    Work("fox-among-ferns", "Fox among Ferns", "Print", "linocut", 1, ("fox", "ferns", "moon", "cut"), TALL),
    Work("village-at-sundown", "Village at Sundown", "Print", "linocut", 3, ("village", "hill", "sun", "cut")),
    Work("rose-window", "Rose Window", "Glass", "stained-glass", 3, ("rose", "circle", "lead", "light"), (1024, 1024)),
    Work("dove-over-lilies", "Dove over Lilies", "Glass", "stained-glass", 2, ("dove", "lilies", "rays", "lead"), TALL),
    Work(
        "sitter-with-a-fan", "Sitter with a Fan", "Modern", "cubist-facets", 4, ("portrait", "facets", "figure"), TALL
    ),
    Work(
        "terrace-after-dark",
        "The Terrace after Dark",
        "Impasto",
        "flow-impasto",
        3,
        ("café", "night", "stars", "street", "lamp light"),
    ),
    Work(
        "birches-in-october",
        "Birches in October",
        "Impasto",
        "palette-knife",
        4,
        ("birches", "autumn", "pond", "knife"),
    ),
    Work(
        "lighthouse-weather",
        "Lighthouse Weather",
        "Impasto",
        "palette-knife",
        2,
        ("cliffs", "storm", "sea", "lighthouse", "knife"),
    ),
    Work(
        "avenue-in-the-rain",
        "The Avenue in the Rain",
        "Impasto",
        "palette-knife",
        3,
        ("rain", "street", "umbrella", "night", "knife"),
        TALL,
    ),
    Work("port-in-pieces", "Port in Pieces", "Modern", "cubist-facets", 3, ("harbour", "sails", "facets")),
    Work(
        "tower-in-rays",
        "The Tower Takes the Light",
        "Modern",
        "orphist-discs",
        4,
        ("tower", "rays", "discs", "colour"),
        TALL,
    ),
    Work("dancer-in-rings", "Dancer in Rings", "Modern", "orphist-discs", 5, ("dancer", "discs", "colour"), TALL),
    Work(
        "bare-trees-low-sun", "Bare Trees, Low Sun", "Drawing", "charcoal", 3, ("trees", "winter", "hatching", "chalk")
    ),
    Work(
        "dancer-arms-raised",
        "Dancer, Arms Raised",
        "Drawing",
        "charcoal",
        2,
        ("dancer", "hatching", "chalk", "figure"),
        TALL,
    ),
    Work("turning-light", "Turning Light", "Modern", "orphist-discs", 3, ("abstract", "discs", "colour")),
    Work(
        "wide-white", "A Wide White Between", "Modern", "de-stijl", 9, ("abstract", "grid", "primaries", "calm"), TALL
    ),
    Work(
        "tree-lets-go", "The Tree Lets Go", "Modern", "de-stijl", 17, ("tree", "grid", "winter", "brush"), (960, 1024)
    ),
    Work(
        "planes-pale-sun",
        "Planes over a Pale Sun",
        "Modern",
        "suprematist",
        2,
        ("abstract", "flight", "geometry", "oil"),
        TALL,
    ),
    Work(
        "city-of-brass",
        "City of Brass",
        "Ornament",
        "art-deco",
        3,
        ("city", "night", "gold", "lacquer", "searchlights"),
        (800, 1024),
    ),
    Work(
        "peacock-screen",
        "The Peacock Screen",
        "Ornament",
        "art-deco",
        1,
        ("peacock", "feathers", "enamel", "gold"),
        (800, 1024),
    ),
    Work(
        "lily-hour",
        "The Lily Hour",
        "Ornament",
        "art-nouveau",
        15,
        ("woman", "lilies", "lithograph", "halo", "dreamy"),
        (800, 1024),
    ),
    Work(
        "irises-low-sun",
        "Irises, Low Sun",
        "Ornament",
        "art-nouveau",
        10,
        ("irises", "water", "evening", "lithograph"),
        (800, 1024),
    ),
    Work(
        "shawl-corner",
        "Corner of a Wedding Shawl",
        "Ornament",
        "paisley",
        9,
        ("paisley", "flowers", "block print", "festive"),
        (1024, 736),
    ),
    Work("carp-in-surf", "Carp below the Surf", "Textile", "batik", 9, ("fish", "waves", "wax", "indigo"), (1024, 832)),
    Work(
        "two-birds-in-wax",
        "Two Birds, One Bough",
        "Textile",
        "batik",
        1,
        ("birds", "leaves", "wax", "night"),
        (768, 1024),
    ),
    Work("listening-profile", "Listening", "Drawing", "charcoal", 1, ("portrait", "hatching", "chalk"), TALL),
    Work("ebru-tulips", "Tulips Drawn on Water", "Nature", "marbling", 4, ("tulips", "marbling", "paper", "spring")),
    Work("peacock-paper", "Peacock Paper", "Nature", "marbling", 0, ("abstract", "marbling", "combed", "endpaper")),
    Work(
        "tiger-in-grass", "Tiger in Long Grass", "Nature", "reaction-diffusion", 1, ("tiger", "relief", "maze", "glaze")
    ),
    Work("koi-circle", "Two Koi, One Circle", "Nature", "reaction-diffusion", 3, ("koi", "pond", "relief", "glaze")),
    Work("frost-ferns", "Ferns of Frost", "Nature", "frost", 3, ("frost", "window", "winter", "lamplight")),
    Work("green-fire", "Green Fire over the Lake", "Nature", "aurora", 3, ("aurora", "night", "pastel", "snow")),
    Work("ringed-world", "The Ringed World", "Nature", "nebula", 5, ("planet", "stars", "acrylic", "sponge")),
    Work(
        "under-full-sail", "Under Full Sail", "Screen & Street", "blueprint", 1, ("ship", "blueprint", "lines", "blue")
    ),
    Work(
        "thinking-head",
        "A Head Full of Roads",
        "Screen & Street",
        "circuit",
        0,
        ("head", "circuit", "copper", "lights"),
    ),
    Work("crowned-heart", "Crowned Heart", "Screen & Street", "graffiti", 3, ("heart", "wings", "spray", "wall")),
    Work("alley-cat", "King of the Alley", "Screen & Street", "graffiti", 5, ("cat", "spray", "brick", "street")),
)
