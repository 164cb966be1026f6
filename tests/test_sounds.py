"""a or an: the words whose sound is certain, and those where it is not."""

from __future__ import annotations

import pytest

from rlfix.sounds import article_for

A = (
    "unique uniform unimodal unidirectional union user usage utility European one one-off one-hot ubiquitous history "
    "house URL URLs UUID USB UTF-8 U-Net UNIX url u32 u8 PPO GPU TD3 CUDA NumPy NixOS RoBERTa LaTeX OneDrive SARSA "
    "LASSO Xerox xylophone 7 100 1,800 hyperparameter policy"
)
AN = (
    "hour honest heir uninitialized unimportant unidentified unimaginable urban umbrella agent element index object "
    "LLM LLMs RL MDP MLP LSTM RNN SVM HTTP NVIDIA RLHF SDK SSH API ONNX FPGA F1 A100 H100 X-ray R N-gram x86 e2e "
    "i32 f64 8 8-bit 18 11 80 html npm iOS eBPF OpenAI MLflow Xcode XPath"
)
EITHER = "SQL FAQ MoE xarray historic historical herb hotel mTLS 1100 0x1 EU SLA MAP HER Euler snake_case"


@pytest.mark.parametrize(("words", "article"), [(A, "a"), (AN, "an"), (EITHER, "")])
def test_the_article_for_a_sound(words, article):
    assert {
        word: article_for(word, known=word.isalpha() and word.islower()) for word in words.split()
    } == dict.fromkeys(words.split(), article)
