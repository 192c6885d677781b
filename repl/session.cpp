#include "repl/session.h"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iterator>

#include "repl/editor.h"
#include "repl/files.h"
#include "repl/text.h"

namespace krait::repl {

std::string banner() {
    std::string text = std::string(kVersion) + " [";
#ifdef __clang__
    text += "Clang " __clang_version__;
#else
    text += "GCC " __VERSION__;
#endif
    return text + "] on linux";
}

namespace {

// False: the file ended the program; *status is its exit status.
bool run_startup_file(Interpreter& interpreter, const std::string& path, int* status) {
    std::string source;
    if (!read_file(path, &source)) {
        std::fprintf(stderr, "Could not open KRAITSTARTUP\nFileNotFoundError: [Errno %d] %s: '%s'\n", errno,
                     std::strerror(errno), path.c_str());
        return true;
    }
    try {
        interpreter.exec(source, path);
    } catch (const Error& error) {
        if (error.exit_status()) return *status = *error.exit_status(), false;
        std::fputs(error.traceback().c_str(), stderr);
    }
    return true;
}

void set_default(Object& module, const char* name, const Object& value) {
    try {
        (void)module.attr(name);
    } catch (const Error&) {
        module.set_attr(name, value);
    }
}

bool is_terminal() {
    const char* kind = std::getenv("TERM");
    return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO) && kind && std::strcmp(kind, "dumb") != 0;
}

bool wants_colors() {
    auto set = [](const char* name) {
        const char* value = std::getenv(name);
        return value && *value;
    };
    return !set("NO_COLOR");
}

// ------------------------------------------------------------------------------------------------ pieces of an entry

std::string_view first_word(std::string_view line) {
    std::size_t end = 0;
    while (end < line.size() && (std::isalnum(static_cast<unsigned char>(line[end])) || line[end] == '_')) ++end;
    return line.substr(0, end);
}

// Whether a line may begin a statement of its own after a finished one.
bool begins_statement(std::string_view line) {
    if (line.empty() || line[0] == '\n' || line[0] == ' ' || line[0] == '\t' || line[0] == '#' || line[0] == ')' ||
        line[0] == ']' || line[0] == '}')
        return false;
    std::string_view word = first_word(line);
    return word != "else" && word != "elif" && word != "except" && word != "finally";
}

bool only_comments(std::string_view text) {
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = std::min(text.find('\n', begin), text.size());
        std::size_t first = text.find_first_not_of(" \t", begin);
        if (first < end && text[first] != '#') return false;
        begin = end + 1;
    }
    return true;
}

// What was pasted may be many statements: each is run as if typed alone.
std::string without_gaps(const std::string& statement);
std::vector<std::string> statements_of(const std::string& text) {
    std::vector<std::string> parts;
    std::string part;
    bool decorated = false;
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = std::min(text.find('\n', begin), text.size() - 1) + 1;
        std::string line = text.substr(begin, end - begin);
        bool starts = begins_statement(line) && !decorated;
        if (starts && !only_comments(part) && !more_input_needed(without_gaps(part) + "\n")) {
            parts.push_back(part);
            part.clear();
        }
        part += line;
        if (line[0] != '\n') decorated = line[0] == '@' || (decorated && line[0] == '#');
        begin = end;
    }
    if (!only_comments(part)) parts.push_back(part);
    return parts;
}

// An empty line ends a block at a prompt. Inside of a pasted statement it does not: it becomes a comment.
std::string without_gaps(const std::string& statement) {
    std::vector<Ink> inks = inks_of(statement);
    std::size_t last = statement.find_last_not_of(" \t\n");
    std::string out;
    for (std::size_t i = 0; i < statement.size(); ++i) {
        bool gap = statement[i] == '\n' && i > 0 && statement[i - 1] == '\n' && last != std::string::npos && i < last;
        if (gap && inks[i] != Ink::String) out += '#';
        out += statement[i];
    }
    return out;
}

bool incomplete(const std::string& text) {
    std::vector<std::string> parts = statements_of(text);
    if (parts.empty()) return false;
    // A block that was typed ends with an empty line; one that was pasted with other statements behind it has ended.
    return more_input_needed(without_gaps(parts.back()));
}

// ------------------------------------------------------------------------------------------------ the prompt

class Prompt {
  public:
    Prompt(Interpreter& interpreter)
        : interpreter_(interpreter),
          sys_(interpreter.import_module("sys")),
          history_(History::default_path()),
          editor_(terminal_, history_, hooks()) {}

    int run() {
        for (;;) {
            std::string text;
            switch (editor_.read(prompt("ps1"), prompt("ps2"), &text)) {
                case Entry::End: interpreter_.flush(); return 0;
                case Entry::Interrupt: terminal_.write("KeyboardInterrupt\n"); continue;
                case Entry::Text: break;
            }
            for (const std::string& statement : statements_of(text)) {
                int status = 0;
                if (run_statement(statement, &status)) return interpreter_.flush(), status;
            }
        }
    }

  private:
    EditorHooks hooks() {
        EditorHooks hooks;
        hooks.incomplete = incomplete;
        hooks.complete = [this](const std::string& text, std::size_t cursor) { return complete(text, cursor); };
        hooks.colors = wants_colors();
        return hooks;
    }
    std::string prompt(const char* name) {
        try {
            return sys_.attr(name).str();
        } catch (const Error&) {
            return "";
        }
    }
    // True: the session ends.
    bool run_statement(const std::string& statement, int* status) {
        std::string word = statement.substr(0, statement.find_last_not_of(" \t\n") + 1);
        if ((word == "exit" || word == "quit") && is_ours(word)) return true;
        std::string source = without_gaps(statement) + "\n";
        try {
            if (word.find("await") != std::string::npos || word.find("async") != std::string::npos) {
                Object helper = interpreter_.import_module("_krait_prompt");
                if (helper.attr("needs_await")(source).truth())
                    source =
                        "__import__('_krait_prompt').run_await(" + interpreter_.make(source).repr() + ", globals())\n";
            }
        } catch (const Error& error) {
            std::fputs(error.traceback().c_str(), stderr);
        }
        auto outcome = interpreter_.run_interactive(source, status);
        if (outcome == Interpreter::Interactive::NeedMore)
            outcome = interpreter_.run_interactive(source + "\n", status);
        interpreter_.flush();
        return outcome == Interpreter::Interactive::Exit;
    }
    // exit and quit without () leave, unless the name means something else now.
    bool is_ours(const std::string& name) {
        try {
            return interpreter_.eval("'" + name + "' not in globals() and type(" + name + ").__name__ == 'Quitter'")
                .truth();
        } catch (const Error&) {
            return false;
        }
    }
    static std::size_t characters(std::string_view utf8) {
        std::size_t n = 0;
        for (char c : utf8) n += (c & 0xC0) != 0x80;
        return n;
    }
    Completions complete(const std::string& text, std::size_t cursor) {
        Completions found;
        try {
            Object helper = interpreter_.import_module("_krait_prompt");
            auto at = static_cast<std::int64_t>(characters(std::string_view(text).substr(0, cursor)));
            Object answer = helper.attr("complete")(text, at, interpreter_.eval("globals()"));
            auto start = answer[std::int64_t{0}].get<std::size_t>();
            found.words = answer[1].get<std::vector<std::string>>();
            while (found.start < cursor && characters(std::string_view(text).substr(0, found.start)) < start)
                ++found.start;
        } catch (const Error&) {
            found.words.clear();  // a completion that fails is none
        }
        return found;
    }

    Interpreter& interpreter_;
    Object sys_;
    Terminal terminal_;
    History history_;
    Editor editor_;
};

int run_machine(Interpreter& interpreter) {
    try {
        return interpreter.import_module("_krait_prompt").attr("machine")().get<int>();
    } catch (const Error& error) {
        if (error.exit_status()) return *error.exit_status();
        std::fputs(error.traceback().c_str(), stderr);
        return 1;
    }
}

}  // namespace

int run_prompt(Interpreter& interpreter, const CommandLine&) {
    Object sys = interpreter.import_module("sys");
    set_default(sys, "ps1", interpreter.make(">>> "));
    set_default(sys, "ps2", interpreter.make("... "));
    interpreter.flush();
    if (!is_terminal()) return interpreter.run_prompt();
    return Prompt(interpreter).run();
}

int run_session(Interpreter& interpreter, const CommandLine& line) {
    int status = 0;
    if (!line.flags.isolated) interpreter.import_module("sys").attr("path").attr("insert")(0, "");
    if (line.machine_prompt) return run_machine(interpreter);
    if (!line.flags.quiet)
        std::fprintf(stderr, "%s\nType \"help\", \"copyright\", \"credits\" or \"license\" for more information.\n",
                     banner().c_str());
    if (!line.startup_file.empty() && !run_startup_file(interpreter, line.startup_file, &status)) return status;
    return run_prompt(interpreter, line);
}

}  // namespace krait::repl
