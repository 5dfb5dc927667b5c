# TAB for nzn in fish; made by: nzn completion fish
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
