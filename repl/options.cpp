#include "repl/options.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>

namespace krait::repl {

const char kUsage[] =
    "usage: krait [option] ... [-c cmd | -m mod | file | -] [arg] ...\n"
    "-b     : warn about str(bytes) and comparing bytes with str (-bb: raise)\n"
    "-B     : don't write .pyc files on import       -d : debug flag\n"
    "-E     : ignore environment variables           -s : no user site folder\n"
    "-I     : isolate: -E and -s                     -S : no exit, help... names\n"
    "-i     : prompt after running a script          -q : no banner at the prompt\n"
    "-O     : remove assert statements; -OO: docstrings too\n"
    "-u     : stdout and stderr unbuffered           -v : trace imports\n"
    "-V     : print the version (also --version)     -x : skip the file's first line\n"
    "-W arg : warning control; action:message:category:module:lineno\n"
    "-X opt : pythonenv, importtime, opstats, traceback=plain|rich, showlimits,\n"
    "         lang=3.6, sandbox, dump-internal (list FILE's internal form, only),\n"
    "         memory-limit=64M, max-steps=N, timeout=SECONDS, int_max_str_digits=N\n"
    "-c cmd, -m mod, file, - : run text, a module, a file (.py, .pyc, folder, .pyz),\n"
    "         standard input (a prompt on a terminal); the rest is sys.argv[1:]\n"
    "--json-errors           : uncaught exceptions as one line of JSON\n"
    "--machine               : a prompt for programs: one JSON object per line\n"
    "--emit-pyc OUT FILE     : compile to a CPython 3.6 .pyc file\n"
    "freeze APP -o FILE      : one executable with interpreter and program\n"
    "Environment: KRAITPATH, KRAITSTARTUP, KRAITHASHSEED, KRAITIOENCODING,\n"
    "KRAITWARNINGS, KRAITOPTIMIZE, KRAITDEBUG, KRAITVERBOSE, KRAITINSPECT,\n"
    "KRAITUNBUFFERED, KRAITNOUSERSITE, KRAITDONTWRITEBYTECODE (see krait(1));\n"
    "PYTHON* too with -X pythonenv or KRAITPYTHONENV; NO_COLOR, FORCE_COLOR.\n";

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

bool read_traceback(const std::string& text, CommandLine::Traceback* out) {
    if (text == "plain") *out = CommandLine::Traceback::Plain;
    else if (text == "rich") *out = CommandLine::Traceback::Rich;
    else if (text == "json") *out = CommandLine::Traceback::Json;
    else return false;
    return true;
}

bool read_x_option(const std::string& option, CommandLine* line) {
    std::size_t equals = option.find('=');
    std::string name = option.substr(0, equals), value = equals == std::string::npos ? "" : option.substr(equals + 1);
    bool good = true;
    std::int64_t count = 0;
    if (name == "memory-limit") good = read_size(value, &line->memory_limit);
    else if (name == "max-steps") good = read_count(value, &line->max_steps);
    else if (name == "timeout") good = read_seconds(value, &line->timeout);
    else if (name == "traceback") good = read_traceback(value, &line->traceback);
    else if (name == "pythonenv") line->python_environment = true;
    else if (name == "importtime") line->flags.import_time = true;
    else if (name == "opstats") line->flags.op_stats = true;
    else if (name == "showlimits") line->show_limits = true;
    else if (name == "sandbox") line->sandbox = true;
    else if (name == "lang") good = line->lang36 = value == "3.6";
    else if (name == "dump-internal") line->dump_internal = true;
    else if (name == "int_max_str_digits") {
        good = read_count(value, &count);
        line->int_digits = static_cast<std::size_t>(count);
    }
    if (!good) line->complaint = "bad value for -X " + name + ": '" + value + "'";
    line->flags.x_options.push_back(option);
    return good;
}

class Reader {
  public:
    explicit Reader(const std::vector<std::string>& words) : words_(words) {}

    CommandLine read() {
        read_options();
        if (line_.run == CommandLine::Run::Bad) return line_;
        if (help_) line_.run = CommandLine::Run::Help;
        else if (line_.versions) line_.run = CommandLine::Run::Version;
        while (at_ < words_.size()) line_.arguments.push_back(words_[at_++]);
        if (line_.arguments.empty()) line_.arguments = {""};
        return line_;
    }

  private:
    void read_options() {
        while (at_ < words_.size() && words_[at_].size() > 1 && words_[at_][0] == '-') {
            const std::string& word = words_[at_++];
            if (word == "--") break;
            bool go_on = word[1] == '-' ? long_option(word) : short_options(word);
            if (!go_on) return;
        }
        if (at_ == words_.size()) return;
        const std::string& file = words_[at_];
        if (at_ == 0 && file == "freeze" && (words_.size() > 1 || access("freeze", F_OK) != 0)) return read_freeze();
        line_.run = file == "-" ? CommandLine::Run::StandardInput : CommandLine::Run::File;
        line_.target = file;
    }

    // krait freeze APP -o FILE
    void read_freeze() {
        line_.run = CommandLine::Run::Freeze;
        for (++at_; at_ < words_.size(); ++at_) {
            const std::string& word = words_[at_];
            if (word == "-o" && at_ + 1 < words_.size()) line_.target = words_[++at_];
            else if (word[0] != '-' && line_.source.empty()) line_.source = word;
            else if (word == "-h" || word == "--help") help_ = true;
            else return void(bad("freeze: unexpected argument '" + word + "'"));
        }
        if (!help_ && (line_.source.empty() || line_.target.empty()))
            bad("freeze needs a program and the file to make: krait freeze PROGRAM.py|FOLDER -o FILE");
    }

    bool bad(const std::string& complaint) {
        line_.run = CommandLine::Run::Bad;
        line_.complaint = complaint;
        return false;
    }
    bool long_option(const std::string& word) {
        if (word == "--version") ++line_.versions;
        else if (word == "--help") help_ = true;
        else if (word == "--json-errors") line_.traceback = CommandLine::Traceback::Json;
        else if (word == "--machine") line_.machine_prompt = true;
        else if (word == "--emit-pyc") {
            if (at_ + 2 != words_.size()) return bad("--emit-pyc needs OUT.pyc and FILE.py");
            line_.run = CommandLine::Run::EmitPyc;
            line_.target = words_[at_++];
            line_.source = words_[at_++];
            return false;
        } else {
            return bad("Unknown option: " + word);
        }
        return true;
    }
    // The rest of the word, or the next one.
    bool argument(const std::string& word, std::size_t i, std::string* out) {
        if (i + 1 < word.size()) *out = word.substr(i + 1);
        else if (at_ < words_.size()) *out = words_[at_++];
        else return bad(std::string("Argument expected for the -") + word[i] + " option");
        return true;
    }
    // Options that only count or switch; false: another one.
    bool flag(char c) {
        CommandLineOptions& flags = line_.flags;
        switch (c) {
            case 'b': ++flags.bytes_warning; return true;
            case 'B': ++flags.dont_write_bytecode; return true;
            case 'd': ++flags.debug; return true;
            case 'E': flags.ignore_environment = 1; return true;
            case 'I': ++flags.isolated; flags.ignore_environment = 1; ++flags.no_user_site; return true;
            case 'i': ++flags.inspect; ++flags.interactive; return true;
            case 'O': ++line_.optimize; return true;
            case 'q': ++flags.quiet; return true;
            case 's': ++flags.no_user_site; return true;
            case 'S': ++flags.no_site; return true;
            case 'u': flags.unbuffered = true; return true;
            case 'v': ++flags.verbose; return true;
            case 'x': flags.skip_first_line = true; return true;
            case 'V': ++line_.versions; return true;
            case 'h': case '?': help_ = true; return true;
            case 'R': case 't': return true;   // without effect, as in CPython 3.6
            default: return false;
        }
    }
    bool short_options(const std::string& word) {
        std::string value;
        for (std::size_t i = 1; i < word.size(); ++i) {
            if (flag(word[i])) continue;
            switch (word[i]) {
                case 'W':
                    if (!argument(word, i, &value)) return false;
                    line_.flags.warnings.push_back(value);
                    return true;
                case 'X':
                    if (!argument(word, i, &value)) return false;
                    return read_x_option(value, &line_) || bad(line_.complaint);
                case 'c': case 'm':
                    if (!argument(word, i, &line_.target)) return false;
                    line_.run = word[i] == 'c' ? CommandLine::Run::Command : CommandLine::Run::Module;
                    line_.arguments = {word[i] == 'c' ? "-c" : "-m"};
                    return false;
                default: return bad(std::string("Unknown option: -") + word[i]);
            }
        }
        return true;
    }

    const std::vector<std::string>& words_;
    std::size_t at_ = 0;
    bool help_ = false;
    CommandLine line_;
};

// ------------------------------------------------------------------------------------------------ environment

// A flag that a variable raises to its number, or to 1 when it has none.
void raise_flag(const char* value, int* flag) {
    if (value) *flag = std::max({*flag, std::atoi(value), 1});
}

std::vector<std::string> split(const std::string& text, char at) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        std::size_t end = std::min(text.find(at, begin), text.size());
        if (end > begin) parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

bool read_hash_seed(const char* text, CommandLine* line) {
    if (!text || std::string(text) == "random") return true;
    std::int64_t seed = 0;
    if (!read_count(text, &seed) || seed > 4294967295) return false;
    line->hash_seed = static_cast<std::uint64_t>(seed);
    line->flags.hash_randomization = seed != 0;
    return true;
}

void read_environment(const Environment& environment, CommandLine* line) {
    auto get = [&](const char* name) { return environment_value(*line, environment, name); };
    if (get("PYTHONENV")) line->python_environment = true;
    CommandLineOptions& flags = line->flags;
    raise_flag(get("DEBUG"), &flags.debug);
    raise_flag(get("VERBOSE"), &flags.verbose);
    raise_flag(get("OPTIMIZE"), &line->optimize);
    raise_flag(get("DONTWRITEBYTECODE"), &flags.dont_write_bytecode);
    if (get("INSPECT")) flags.inspect = std::max(flags.inspect, 1);
    if (get("UNBUFFERED")) flags.unbuffered = true;
    if (get("NOUSERSITE")) flags.no_user_site = std::max(flags.no_user_site, 1);
    if (const char* text = get("WARNINGS")) {
        std::vector<std::string> all = split(text, ',');
        all.insert(all.end(), flags.warnings.begin(), flags.warnings.end());
        flags.warnings = std::move(all);
    }
    if (const char* text = get("IOENCODING")) flags.io_encoding = text;
    if (const char* text = get("PATH")) line->search_path = text;
    if (const char* text = get("STARTUP")) line->startup_file = text;
    if (!read_hash_seed(get("HASHSEED"), line)) {
        line->run = CommandLine::Run::Fatal;
        line->complaint = "Fatal Python error: KRAITHASHSEED must be \"random\" or an integer in range [0; 4294967295]";
    }
}

void choose_report(const Environment& environment, bool terminal, CommandLine* line) {
    auto set = [&](const char* name) {
        const char* value = environment(name);
        return value && *value;
    };
    bool colors = set("FORCE_COLOR") || (terminal && !set("NO_COLOR"));
    if (set("NO_COLOR")) colors = false;
    using Report = CommandLineOptions::Report;
    switch (line->traceback) {
        case CommandLine::Traceback::Plain: line->flags.report = Report::Plain; break;
        case CommandLine::Traceback::Rich: line->flags.report = Report::Rich; break;
        case CommandLine::Traceback::Json: line->flags.report = Report::Json; break;
        case CommandLine::Traceback::Automatic: line->flags.report = terminal ? Report::Rich : Report::Plain; break;
    }
    line->flags.report_colors = colors && line->flags.report == Report::Rich;
}

}  // namespace

const char* environment_value(const CommandLine& line, const Environment& environment, const std::string& name) {
    if (line.flags.ignore_environment) return nullptr;
    const char* value = environment(("KRAIT" + name).c_str());
    if ((!value || !*value) && line.python_environment) value = environment(("PYTHON" + name).c_str());
    return value && *value ? value : nullptr;
}

CommandLine read_command_line(const std::vector<std::string>& words, const Environment& environment, bool terminal) {
    CommandLine line = Reader(words).read();
    if (line.run == CommandLine::Run::Bad) return line;
    read_environment(environment, &line);
    choose_report(environment, terminal, &line);
    return line;
}

}  // namespace krait::repl
