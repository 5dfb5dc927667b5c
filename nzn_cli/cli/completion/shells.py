"""The TAB scripts of the shells: each asks `nzn __complete` and hands the answer to its shell."""

from __future__ import annotations

_BASH = r"""# TAB for nzn in bash; made by: nzn completion bash
_nzn() {
    local head="${COMP_LINE:0:COMP_POINT}" program="${1/#\~/$HOME}" kind line
    local rest="$head" name
    local -a lines=() known=()
    COMPREPLY=()
    # a folder may stand in a variable that is this shell's alone
    while [[ "$rest" =~ \$\{?([A-Za-z_][A-Za-z0-9_]*) ]]; do
        name="${BASH_REMATCH[1]}" rest="${rest#*"${BASH_REMATCH[0]}"}"
        known+=("$name=${!name}")
    done
    while IFS= read -r line; do lines+=("$line"); done \
        < <(${known[@]+env "${known[@]}"} "$program" __complete bash "$head" "$COMP_WORDBREAKS" 2>/dev/null)
    kind="${lines[0]}"
    case "$kind" in
    files | dirs)
        compopt -o filenames 2>/dev/null
        [[ "$kind" == dirs ]] && compopt -o dirnames || compopt -o default
        ;;
    nospace | values)
        [[ "$kind" == nospace ]] && compopt -o nospace
        compopt -o nosort 2>/dev/null
        COMPREPLY=("${lines[@]:1}")
        ;;
    esac
}
complete -F _nzn nzn
"""

_ZSH = r"""#compdef nzn
# TAB for nzn in zsh; made by: nzn completion zsh
_nzn() {
    local program=${(Q)words[1]} line rest="${words[2,CURRENT-1]}" name MATCH MBEGIN MEND
    local -a lines values shown known match mbegin mend
    # a folder may stand in a variable that is this shell's alone
    while [[ "$rest" =~ '[$][{]?([A-Za-z_][A-Za-z0-9_]*)' ]]; do
        name=$match[1] rest="${rest[MEND+1,-1]}"
        known+=("$name=${(P)name}")
    done
    [[ -n "$known" ]] && known=(env $known)
    lines=("${(@f)$($known ${~program} __complete zsh "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}")
    case "$lines[1]" in
    files) _files; return ;;
    dirs) _files -/; return ;;
    esac
    for line in "${(@)lines[2,-1]}"; do
        values+=("${line%%$'\t'*}")
        if [[ "$line" == *$'\t'* ]]; then
            shown+=("${line%%$'\t'*}  -- ${line#*$'\t'}")
        else
            shown+=("$line")
        fi
    done
    (( $#values )) || return 1
    local -a more
    [[ "$lines[1]" == nospace ]] && more=(-S '')
    # names match by any of their words: zsh is not to filter by what they begin with (-U), only to insert
    compadd -U -l -V nzn "${(@)more}" -d shown -a values
    if (( $#values > 1 )) && [[ -n "$PREFIX" && -n "${(@M)values:#^(${(Q)PREFIX})*}" ]]; then
        compstate[insert]=
        compstate[list]='list force'
    fi
}
if [[ "$funcstack[1]" == _nzn ]]; then
    _nzn "$@"
else
    compdef _nzn nzn
fi
"""

_FISH = r"""# TAB for nzn in fish; made by: nzn completion fish
function __nzn_complete
    set -l words (commandline -opc)
    set -l program (string replace -r '^~/' "$HOME/" -- $words[1])
    # a folder may stand in a variable that is this shell's alone
    set -l known
    for name in (string match -ra '\$\{?[A-Za-z_][A-Za-z0-9_]*' -- $words | string replace -r '^\$\{?' '')
        set -a known "$name=$$name"
    end
    set -q known[1]; and set program env $known $program
    set -l lines (command $program __complete fish $words[2..-1] (commandline -ct) 2>/dev/null)
    switch "$lines[1]"
        case files
            __fish_complete_path (commandline -ct)
        case dirs
            __fish_complete_directories (commandline -ct)
        case '*'
            printf '%s\n' $lines[2..-1]
    end
end
complete -c nzn -f -k -a '(__nzn_complete)'
"""

FILES = {"bash": "nzn.bash", "zsh": "_nzn", "fish": "nzn.fish"}


def script(shell: str) -> str:
    """Return the script of a shell."""
    return {"bash": _BASH, "zsh": _ZSH, "fish": _FISH}[shell]
