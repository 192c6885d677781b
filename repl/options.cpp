#include "repl/options.h"

#include <cstdlib>

namespace krait::repl {

const char kUsage[] =
    "usage: krait [option] ... [-c cmd | -m mod | file | -] [arg] ...\n"
    "-B      don't write .pyc files on import\n"
    "-c cmd  program passed in as string (terminates option list)\n"
    "-E      ignore environment variables\n"
    "-h      print this help message and exit (also --help)\n"
    "-i      inspect interactively after running a script\n"
    "-I      isolate from the environment and the user's folders (implies -E)\n"
    "-m mod  run library module as a script (terminates option list)\n"
    "-O      remove assert statements; -OO also docstrings\n"
    "-q      don't print the version on interactive start\n"
    "-S, -s, -u, -v, -b, -W arg  accepted for compatibility\n"
    "-V      print the version number and exit (also --version)\n"
    "-X opt  memory-limit=64M, max-steps=N, timeout=SECONDS, int_max_str_digits=N\n"
    "--emit-pyc OUT.pyc FILE.py   compile to a CPython 3.6 .pyc file\n"
    "file    program read from script file, compiled .pyc, or folder with __main__.py\n"
    "-       program read from standard input (interactive on a terminal)\n"
    "arg ... arguments passed to the program in sys.argv[1:]\n";

namespace {

// "64M", "1G", "4096": bytes.
bool read_size(const std::string& text, std::size_t* out) {
    char* end;
    if (text.empty() || text[0] < '0' || text[0] > '9') return false;
    unsigned long long n = std::strtoull(text.c_str(), &end, 10);
    unsigned shift = 0;
    switch (*end) {
        case 'k': case 'K': shift = 10; ++end; break;
        case 'm': case 'M': shift = 20; ++end; break;
        case 'g': case 'G': shift = 30; ++end; break;
        default: break;
    }
    if (*end || n == 0 || (n << shift) >> shift != n) return false;
    *out = static_cast<std::size_t>(n << shift);
    return true;
}

bool read_count(const std::string& text, std::int64_t* out) {
    char* end;
    if (text.empty() || text[0] < '0' || text[0] > '9') return false;
    *out = std::strtoll(text.c_str(), &end, 10);
    return *end == 0;
}

bool read_seconds(const std::string& text, double* out) {
    char* end;
    *out = std::strtod(text.c_str(), &end);
    return !text.empty() && *end == 0 && *out > 0 && *out < 1e9;
}

bool read_x_option(const std::string& option, CommandLine* line) {
    std::size_t equals = option.find('=');
    std::string name = option.substr(0, equals), value = equals == std::string::npos ? "" : option.substr(equals + 1);
    bool good = true;
    std::int64_t count = 0;
    if (name == "memory-limit") good = read_size(value, &line->memory_limit);
    else if (name == "max-steps") good = read_count(value, &line->max_steps);
    else if (name == "timeout") good = read_seconds(value, &line->timeout);
    else if (name == "int_max_str_digits") {
        good = read_count(value, &count);
        line->int_digits = static_cast<std::size_t>(count);
    }
    if (!good) line->complaint = "bad value for -X " + name + ": '" + value + "'";
    return good;
}

class Reader {
  public:
    explicit Reader(const std::vector<std::string>& words) : words_(words) {}

    CommandLine read() {
        while (at_ < words_.size() && words_[at_].size() > 1 && words_[at_][0] == '-') {
            const std::string& word = words_[at_++];
            if (word == "--") break;
            bool go_on = word[1] == '-' ? long_option(word) : short_options(word);
            if (!go_on) return finish();
        }
        if (at_ < words_.size()) {
            const std::string& file = words_[at_];
            line_.run = file == "-" ? CommandLine::Run::StandardInput : CommandLine::Run::File;
            line_.target = file;
        } else {
            line_.arguments = {""};
            return line_;
        }
        return finish();
    }

  private:
    CommandLine finish() {
        while (at_ < words_.size()) line_.arguments.push_back(words_[at_++]);
        return line_;
    }
    bool bad(const std::string& complaint) {
        line_.run = CommandLine::Run::Bad;
        line_.complaint = complaint;
        return false;
    }
    bool long_option(const std::string& word) {
        if (word == "--version") line_.run = CommandLine::Run::Version;
        else if (word == "--help") line_.run = CommandLine::Run::Help;
        else if (word == "--emit-pyc") {
            if (at_ + 2 != words_.size()) return bad("--emit-pyc needs OUT.pyc and FILE.py");
            line_.run = CommandLine::Run::EmitPyc;
            line_.target = words_[at_++];
            line_.source = words_[at_++];
        } else {
            return bad("unknown option " + word);
        }
        return false;
    }
    // The rest of the word, or the next one.
    bool argument(const std::string& word, std::size_t i, std::string* out) {
        if (i + 1 < word.size()) *out = word.substr(i + 1);
        else if (at_ < words_.size()) *out = words_[at_++];
        else return bad(std::string("Argument expected for the -") + word[i] + " option");
        return true;
    }
    bool short_options(const std::string& word) {
        std::string value;
        for (std::size_t i = 1; i < word.size(); ++i) {
            switch (word[i]) {
                case 'B': line_.dont_write_bytecode = true; break;
                case 'E': line_.ignore_environment = true; break;
                case 'I': line_.ignore_environment = line_.isolated = true; break;
                case 'O': ++line_.optimize; break;
                case 'i': line_.prompt_afterwards = true; break;
                case 'q': line_.quiet = true; break;
                case 'S': case 's': case 'u': case 'v': case 'b': case 'd': break;
                case 'V': line_.run = CommandLine::Run::Version; return false;
                case 'h': case '?': line_.run = CommandLine::Run::Help; return false;
                case 'W': return argument(word, i, &value);
                case 'X':
                    if (!argument(word, i, &value)) return false;
                    if (!read_x_option(value, &line_)) return bad(line_.complaint);
                    return true;
                case 'c': case 'm':
                    if (!argument(word, i, &line_.target)) return false;
                    line_.run = word[i] == 'c' ? CommandLine::Run::Command : CommandLine::Run::Module;
                    line_.arguments = {word[i] == 'c' ? "-c" : "-m"};
                    return false;
                default: return bad(std::string("unknown option -") + word[i]);
            }
        }
        return true;
    }

    const std::vector<std::string>& words_;
    std::size_t at_ = 0;
    CommandLine line_;
};

}  // namespace

CommandLine read_command_line(const std::vector<std::string>& words) { return Reader(words).read(); }

}  // namespace krait::repl
