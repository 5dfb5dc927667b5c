# TAB for nzn in bash; made by: nzn completion bash
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
