// Krait: a Python interpreter inside a C++ program.
//
//     #include <krait/krait.hpp>
//
//     krait::Interpreter python;
//     python.exec("def area(w, h): return w * h");
//     auto n = python.call("area", 6, 7).get<int>();          // 42
//
// An Interpreter is a value: any number may live in a process, each on its own thread, sharing nothing. It reads no file
// and no environment variable unless Options grants Access::Process. Every byte it took is given back by its destructor.
//
// Thread rule: an Interpreter and its Objects are used by one thread at a time: the one that created it, or the last one
// that called adopt_thread(). Only InterruptHandle may be used from any thread. Misuse throws std::logic_error.
//
// Errors: a Python exception that nothing handles becomes krait::Error. Nothing else is thrown, but for misuse (above) and
// std::bad_alloc when the host itself has no memory.
#pragma once

#include <chrono>
#include <cstdint>
#include <exception>
#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace krait {
inline namespace api {

class Object;
class Interpreter;
struct CommandLineOptions;
namespace detail {
struct Shared;   // what an interpreter and its handles have in common
struct Access;
}  // namespace detail

/// What a script may use up. A limit that is reached is a MemoryError or RecursionError the script may catch; for steps and
/// time it is an exception that no `except` or `finally` of the script holds up.
struct Limits {
    std::size_t memory = 256u << 20;             ///< bytes of objects and buffers
    std::int64_t steps = INT64_MAX;              ///< calls and loop iterations, over the interpreter's life
    std::chrono::nanoseconds time{0};            ///< per call into the interpreter; zero: none
    unsigned recursion = 1000;                   ///< Python frames
    std::size_t int_digits = 4300;               ///< digits in conversions between int and str; zero: unlimited

    /// No limit but the recursion depth.
    static Limits none();
};

/// What of the outside world scripts can reach.
enum class Access : std::uint8_t {
    None,      ///< nothing: no files, environment, clock or standard streams
    Process,   ///< all that the process itself may do
};

struct Options {
    Limits limits;
    Access access = Access::None;
    std::vector<std::string> argv;               ///< sys.argv
    std::vector<std::string> path;               ///< sys.path (folders; used with Access::Process only)
    std::string executable;                      ///< sys.executable
    int optimize = 0;                            ///< 0, 1 (-O), 2 (-OO)
    bool dont_write_bytecode = true;
    std::optional<std::uint64_t> hash_seed;      ///< fixed hashes of str and bytes; unset: random
    /// The interpreter is a program of its own (krait/command_line.hpp); it receives the process's signals.
    std::shared_ptr<const CommandLineOptions> command_line;
    /// Receive what scripts write; UTF-8. Unset: discarded, or the process's own streams with Access::Process.
    std::function<void(std::string_view)> on_stdout, on_stderr;
};

/// A Python exception that left the interpreter. Plain data: what() and the rest never run Python code.
class Error : public std::exception {
  public:
    struct Frame {
        std::string file, function;
        int line = 0;
    };
    Error(std::string type, std::string message, std::string traceback, std::vector<Frame> frames, std::optional<int> exit);

    const char* what() const noexcept override { return what_.c_str(); }      ///< "ValueError: bad thing"
    const std::string& type_name() const { return type_; }
    const std::string& message() const { return message_; }
    const std::string& traceback() const { return traceback_; }              ///< as CPython prints it, chain included
    const std::vector<Frame>& frames() const { return frames_; }             ///< outermost first
    /// Status of a SystemExit, which is a value here: the library never ends the process.
    std::optional<int> exit_status() const { return exit_; }

  private:
    std::string type_, message_, traceback_, what_;
    std::vector<Frame> frames_;
    std::optional<int> exit_;
};

/// An owning handle on a Python object. Copying adds a reference. A handle may outlive its interpreter: it is then only
/// good for being destroyed; anything else throws std::logic_error.
class Object {
  public:
    Object() = default;                          ///< no object: every use throws std::logic_error
    Object(const Object&);
    Object(Object&&) noexcept;
    Object& operator=(const Object&);
    Object& operator=(Object&&) noexcept;
    ~Object();

    explicit operator bool() const { return slot_ >= 0; }   ///< holds an object (not its truth value)
    bool is_none() const;
    bool truth() const;                          ///< bool(object)
    std::string type_name() const;
    std::string str() const;                     ///< UTF-8 of str(object)
    std::string repr() const;
    std::size_t size() const;                    ///< len(object)

    Object attr(std::string_view name) const;
    void set_attr(std::string_view name, const Object& value);
    Object operator[](const Object& key) const;
    Object operator[](std::string_view key) const;
    Object operator[](std::int64_t index) const;
    void set_item(const Object& key, const Object& value);

    /// Exact conversion: OverflowError when a number does not fit, TypeError for another type. bool, integers, double,
    /// std::string (str), std::vector<T> (any iterable), std::map<std::string, T> (dict), std::optional<T> (None).
    template <class T>
    T get() const;

    /// Calls it; arguments are converted as by Interpreter::make.
    template <class... Args>
    Object operator()(Args&&... args) const;
    Object call(const std::vector<Object>& args, const std::vector<std::pair<std::string, Object>>& keywords = {}) const;

  private:
    friend struct detail::Access;
    std::shared_ptr<detail::Shared> shared_;
    std::int64_t slot_ = -1;
};

/// Stops a running script from any thread. Copyable; may outlive the interpreter.
class InterruptHandle {
  public:
    void interrupt() const;                      ///< raises KeyboardInterrupt in the script

  private:
    friend struct detail::Access;
    std::shared_ptr<detail::Shared> shared_;
};

class Interpreter {
  public:
    /// Throws std::bad_alloc when the limits or the system leave no room to start.
    explicit Interpreter(Options options = {});
    Interpreter(Interpreter&&) noexcept;
    Interpreter& operator=(Interpreter&&) noexcept;
    /// Finalises: pending __del__, modules; frees everything. On any thread; host functions are refused from here on.
    ~Interpreter();

    /// Runs statements in the module __main__.
    void exec(std::string_view source, std::string_view filename = "<string>");
    /// Value of an expression in __main__.
    Object eval(std::string_view expression, std::string_view filename = "<string>");
    Object import_module(std::string_view name);

    /// Global variables of __main__.
    Object get(std::string_view name);
    template <class T>
    void set(std::string_view name, T&& value);
    template <class... Args>
    Object call(std::string_view function, Args&&... args) {
        return get(function)(std::forward<Args>(args)...);
    }

    /// Python objects of C++ values: bool, integers, floating point numbers, strings (UTF-8), vector, map<string, T>,
    /// optional, Object itself.
    Object make(const Object& o) { return o; }
    Object make(std::nullptr_t);
    Object make(bool);
    Object make(std::int64_t);
    Object make(std::uint64_t);
    Object make(int n) { return make(static_cast<std::int64_t>(n)); }
    Object make(unsigned n) { return make(static_cast<std::uint64_t>(n)); }
    Object make(long long n) { return make(static_cast<std::int64_t>(n)); }
    Object make(double);
    Object make(std::string_view utf8);
    Object make(const std::string& utf8) { return make(std::string_view(utf8)); }
    Object make(const char* utf8) { return make(std::string_view(utf8)); }
    template <class T>
    Object make(const std::vector<T>& items);
    template <class T>
    Object make(const std::map<std::string, T>& items);
    template <class T>
    Object make(const std::optional<T>& value) { return value ? make(*value) : make(nullptr); }
    Object list(const std::vector<Object>& items);
    Object dict(const std::vector<std::pair<Object, Object>>& items);
    /// A function of the host. It gets the positional arguments; a C++ exception it throws becomes a RuntimeError (an Error
    /// goes on as the Python exception it was).
    Object function(std::string_view name, std::function<Object(Interpreter&, const std::vector<Object>&)> body);

    /// Limits may be changed between calls; counters say what was used.
    void set_limits(const Limits&);
    std::size_t memory_used() const;
    std::size_t memory_peak() const;
    InterruptHandle interrupt_handle() const;
    /// From now on the calling thread is the one that uses the interpreter.
    void adopt_thread();

    // --- running programs: what the command line is built on. Uncaught exceptions are printed through sys.excepthook; the
    // result is the exit status.
    int run_file(const std::string& path);       ///< a script, a .pyc, or a folder with __main__.py
    int run_command(std::string_view source);
    int run_module(std::string_view name);       ///< python -m
    int run_standard_input();                    ///< a program from stdin
    /// One piece of interactive input: complete statements are run, expressions displayed. NeedMore: the text is the start
    /// of something longer.
    enum class Interactive : std::uint8_t { Done, NeedMore, Exit };
    Interactive run_interactive(std::string_view source, int* exit_status);
    /// Lines as typed through sys.stdin with prompts sys.ps1 and sys.ps2, until its end or SystemExit.
    int run_prompt();
    /// Flushes sys.stdout and sys.stderr; part of the destructor too, where failure has nobody to tell.
    bool flush();

  private:
    friend struct detail::Access;
    explicit Interpreter(std::shared_ptr<detail::Shared> shared);   // view of a running one, for host functions
    std::shared_ptr<detail::Shared> shared_;
    bool owner_ = true;
};

// --- source text without running it; a SyntaxError is thrown as Error
/// The listing that `dis.dis` of CPython 3.6 gives for the module. `source` is a file's content (encodings honoured).
std::string disassemble(std::string_view source, const std::string& filename, int optimize = 0);
/// A .pyc file of CPython 3.6 (magic 3379, 12-byte header, marshal version 4).
std::string compile_pyc(std::string_view source, const std::string& filename, std::uint32_t source_mtime, int optimize = 0);

// ------------------------------------------------------------------------------------------------ templates
namespace detail {
struct Access {
    static bool to_bool(const Object&);
    static std::int64_t to_int64(const Object&, std::int64_t low, std::int64_t high);
    static std::uint64_t to_uint64(const Object&, std::uint64_t high);
    static double to_double(const Object&);
    static std::string to_string(const Object&);
    static std::vector<Object> to_items(const Object&);
    static std::vector<std::pair<std::string, Object>> to_entries(const Object&);
    static Interpreter view(const Object&);      // of the object's interpreter
    static Object handle(std::shared_ptr<Shared>, std::int64_t slot);
    static std::shared_ptr<Shared> shared(const Interpreter& i) { return i.shared_; }
    static const std::shared_ptr<Shared>& shared(const Object& o) { return o.shared_; }
    static std::int64_t slot(const Object& o) { return o.slot_; }
    static Interpreter view(std::shared_ptr<Shared> s) { return Interpreter(std::move(s)); }
    static void bind(InterruptHandle& h, std::shared_ptr<Shared> s) { h.shared_ = std::move(s); }
};

template <class T>
struct Convert;
template <>
struct Convert<Object> {
    static Object from(const Object& o) { return o; }
};
template <>
struct Convert<bool> {
    static bool from(const Object& o) { return Access::to_bool(o); }
};
template <class T>
    requires std::is_integral_v<T>
struct Convert<T> {
    static T from(const Object& o) {
        if constexpr (std::is_signed_v<T>)
            return static_cast<T>(Access::to_int64(o, std::numeric_limits<T>::min(), std::numeric_limits<T>::max()));
        else
            return static_cast<T>(Access::to_uint64(o, std::numeric_limits<T>::max()));
    }
};
template <class T>
    requires std::is_floating_point_v<T>
struct Convert<T> {
    static T from(const Object& o) { return static_cast<T>(Access::to_double(o)); }
};
template <>
struct Convert<std::string> {
    static std::string from(const Object& o) { return Access::to_string(o); }
};
template <class T>
struct Convert<std::vector<T>> {
    static std::vector<T> from(const Object& o) {
        std::vector<T> out;
        for (const Object& item : Access::to_items(o)) out.push_back(Convert<T>::from(item));
        return out;
    }
};
template <class T>
struct Convert<std::map<std::string, T>> {
    static std::map<std::string, T> from(const Object& o) {
        std::map<std::string, T> out;
        for (auto& [key, value] : Access::to_entries(o)) out.insert_or_assign(key, Convert<T>::from(value));
        return out;
    }
};
template <class T>
struct Convert<std::optional<T>> {
    static std::optional<T> from(const Object& o) {
        if (o.is_none()) return std::nullopt;
        return Convert<T>::from(o);
    }
};
}  // namespace detail

template <class T>
T Object::get() const {
    return detail::Convert<T>::from(*this);
}

template <class... Args>
Object Object::operator()(Args&&... args) const {
    [[maybe_unused]] Interpreter interpreter = detail::Access::view(*this);
    return call(std::vector<Object>{interpreter.make(std::forward<Args>(args))...});
}

template <class T>
Object Interpreter::make(const std::vector<T>& items) {
    std::vector<Object> objects;
    for (const T& item : items) objects.push_back(make(item));
    return list(objects);
}

template <class T>
Object Interpreter::make(const std::map<std::string, T>& items) {
    std::vector<std::pair<Object, Object>> objects;
    for (const auto& [key, value] : items) objects.emplace_back(make(key), make(value));
    return dict(objects);
}

template <class T>
void Interpreter::set(std::string_view name, T&& value) {
    eval("globals()", "<krait>").set_item(make(name), make(std::forward<T>(value)));
}

}  // namespace api
}  // namespace krait
