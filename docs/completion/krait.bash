# bash completion of krait. Install as /usr/share/bash-completion/completions/krait.
_krait() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
    COMPREPLY=()
    # For bash the equals sign is a word of its own.
    if [[ $word == "=" ]]; then
        before="=" word=
        [[ ${COMP_WORDS[COMP_CWORD-1]} == traceback ]] || return
    elif [[ $before == "=" ]]; then
        [[ ${COMP_WORDS[COMP_CWORD-2]} == traceback ]] || return
    fi
    case $before in
        "=") COMPREPLY=($(compgen -W "plain rich json" -- "$word")); return ;;
        -c) return ;;
        -m)
            COMPREPLY=($(compgen -W "compileall dis json.tool py_compile pydoc timeit" -- "$word")
                       $(compgen -f -X '!*.py' -- "$word" | sed 's/\.py$//'))
            return ;;
        -W) COMPREPLY=($(compgen -W "default error ignore always module once" -- "$word")); return ;;
        -X)
            COMPREPLY=($(compgen -W "pythonenv importtime opstats traceback=plain traceback=rich traceback=json showlimits lang=3.6 sandbox dump-internal
                memory-limit= max-steps= timeout= int_max_str_digits=" -- "$word"))
            [[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace
            return ;;
        freeze) COMPREPLY=($(compgen -f -- "$word")); return ;;
    esac
    local i
    for ((i = 1; i < COMP_CWORD; i++)); do    # behind the program: its own arguments
        case ${COMP_WORDS[i]} in
            -m|-c) ((i + 1 < COMP_CWORD)) && { COMPREPLY=($(compgen -f -- "$word")); return; } ;;
            -W|-X) ((i++)) ;;
            -*) ;;
            *) COMPREPLY=($(compgen -f -- "$word")); return ;;
        esac
    done
    if [[ $word == -* ]]; then
        COMPREPLY=($(compgen -W "-b -bb -B -c -d -E -h -i -I -m -O -OO -q -s -S -u -v -V -W -x -X --help --version
            --json-errors --machine --emit-pyc" -- "$word"))
    else
        COMPREPLY=($(compgen -f -X '!*.py' -- "$word") $(compgen -f -X '!*.pyc' -- "$word")
                   $(compgen -f -X '!*.pyz' -- "$word") $(compgen -d -- "$word"))
        ((COMP_CWORD == 1)) && COMPREPLY+=($(compgen -W freeze -- "$word"))
    fi
}
complete -o filenames -F _krait krait
