"""How do shells complete diffview's command line: python packaging/completions.py bash|zsh|fish"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from commandline import Argument, Form, forms


def bash() -> str:
    """Return the completion for bash: commands first, then options after a minus sign, else files."""
    window, *commands = forms()
    cases = "".join(_bash_case(form.command, form) for form in commands) + _bash_case("*", window)
    return f"""# bash completion for diffview
_diffview() {{
    local current=${{COMP_WORDS[COMP_CWORD]}} options
    case "${{COMP_WORDS[1]}}" in
{cases}    esac
    if [[ $current == -* ]]; then
        COMPREPLY=($(compgen -W "$options" -- "$current"))
        return
    fi
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(compgen -f -- "$current")
    if [[ $COMP_CWORD -eq 1 ]]; then
        COMPREPLY+=($(compgen -W "{_commands(commands)}" -- "$current"))
    fi
}}
complete -F _diffview diffview
"""


def _bash_case(pattern: str, form: Form) -> str:
    """Return the branch of one form: its options, and what may follow on those that take one of a few words."""
    before = '"${COMP_WORDS[COMP_CWORD-1]}"'
    chosen = "".join(
        f"            case {before} in {'|'.join(option.flags)})\n"
        f"                COMPREPLY=($(compgen -W '{' '.join(option.choices)}' -- \"$current\")); return ;;\n"
        "            esac\n"
        for option in form.options
        if option.choices
    )
    return f"        {pattern})\n            options='{_flags(form)}'\n{chosen}            ;;\n"


def zsh() -> str:
    """Return the completion for zsh."""
    window, *commands = forms()
    described = " ".join(f"'{form.command}:{_quoted(form.description)}'" for form in commands)
    cases = "".join(f"    {form.command}) {_zsh_arguments(form)} ;;\n" for form in commands)
    return f"""#compdef diffview
_diffview() {{
  local -a commands
  commands=({described})
  if (( CURRENT == 2 )); then
    _describe command commands
    {_zsh_arguments(window)}
    return
  fi
  case $words[2] in
{cases}    *) {_zsh_arguments(window)} ;;
  esac
}}
_diffview "$@"
"""


def _zsh_arguments(form: Form) -> str:
    return "_arguments " + " ".join([*map(_zsh_option, form.options), "'*:file:_files'"])


def _zsh_option(option: Argument) -> str:
    flags = f"{{{','.join(option.flags)}}}" if len(option.flags) > 1 else option.flags[0]
    taken = f"({' '.join(option.choices)})" if option.choices else "_files"
    value = f":{option.value}:{taken}" if option.value else ""
    return f"{flags}'[{_quoted(option.help)}]{value}'"


def fish() -> str:
    """Return the completion for fish."""
    window, *commands = forms()
    names = _commands(commands)
    lines = ["# fish completion for diffview"]
    for form in commands:
        description = _quoted(form.description)
        lines.append(f"complete -c diffview -n __fish_is_first_token -a {form.command} -d '{description}'")
    lines += _fish_options(window, f"not __fish_seen_subcommand_from {names}")
    for form in commands:
        lines += _fish_options(form, f"__fish_seen_subcommand_from {form.command}")
    return "\n".join(lines) + "\n"


def _fish_options(form: Form, condition: str) -> Iterator[str]:
    for option in form.options:
        flags = " ".join(f"-l {flag[2:]}" if flag.startswith("--") else f"-s {flag[1:]}" for flag in option.flags)
        value = " -r" if option.value else ""
        choices = f" -a '{' '.join(option.choices)}'" if option.choices else ""
        yield f"complete -c diffview -n '{condition}' {flags}{value}{choices} -d '{_quoted(option.help)}'"


def _commands(found: list[Form]) -> str:
    return " ".join(form.command for form in found)


def _flags(form: Form) -> str:
    return " ".join(flag for option in form.options for flag in option.flags)


def _quoted(text: str) -> str:
    """Return `text` fit for single quotes in all three shells, and for zsh's brackets and colons."""
    return " ".join(text.split()).translate({ord("'"): "’", ord("["): "(", ord("]"): ")", ord(":"): " -"})


SHELLS = {"bash": bash, "zsh": zsh, "fish": fish}

if __name__ == "__main__":
    sys.stdout.write(SHELLS[sys.argv[1]]())
