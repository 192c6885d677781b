// Interpreters: limits, what of the outside world scripts get, running code. Part of <krait/krait.hpp>.
#pragma once

#include <krait/object.hpp>

#pragma GCC visibility push(default)
namespace krait {
inline namespace api {

class Module;
struct CommandLineOptions;

/// A length of time: what std::chrono has, without its header. `limits.time = 50ms`.
struct Duration {
    std::int64_t nanoseconds = 0;
    constexpr Duration() = default;
    template <class D>
        requires requires(const D& d) {
            typename D::rep;
            D::period::num;
            d.count();
        }
        constexpr Duration(const D& d)  // NOLINT: a std::chrono::duration
            : nanoseconds(static_cast<std::int64_t>(
                  d.count() * (static_cast<typename D::rep>(1'000'000'000) / D::period::den * D::period::num))) {
            static_assert(1'000'000'000 % D::period::den == 0 && D::period::num < 1'000'000);
        }
    static constexpr Duration of(std::int64_t nanoseconds) {
        Duration d;
        d.nanoseconds = nanoseconds;
        return d;
    }
};

/// A function of the host, from anything callable; empty by default. Copies share what the callable holds.
template <class S>
class Hook;
template <class R, class... A>
class Hook<R(A...)> {
  public:
    Hook() = default;
    Hook(std::nullptr_t) {}                      // NOLINT
    template <class F>
        requires(!std::is_same_v<F, Hook> && std::is_invocable_r_v<R, F&, A...>)
    Hook(F f) {                                  // NOLINT: options.on_stdout = [&](std::string_view text) { ... }
        if constexpr (requires { typename F::result_type; static_cast<bool>(f); })
            if (!f) return;                      // an empty std::function
        F* made = new F(std::move(f));
        box_ = core::box_new(made, &core::drop_object<F>);
        object_ = made;
        call_ = [](void* object, A... a) -> R { return (*static_cast<F*>(object))(static_cast<A&&>(a)...); };
    }
    Hook(const Hook& other) noexcept : box_(other.box_), object_(other.object_), call_(other.call_) {
        if (box_) core::box_keep(box_);
    }
    Hook& operator=(Hook other) noexcept {
        std::swap(box_, other.box_);
        std::swap(object_, other.object_);
        std::swap(call_, other.call_);
        return *this;
    }
    ~Hook() {
        if (box_) core::box_drop(box_);
    }
    explicit operator bool() const { return box_ != nullptr; }
    R operator()(A... a) const { return call_(object_, static_cast<A&&>(a)...); }

  private:
    core::Box* box_ = nullptr;
    void* object_ = nullptr;
    R (*call_)(void*, A...) = nullptr;
};

/// What a script may use up. A limit that is reached is a MemoryError or RecursionError the script may catch; for steps
/// and time it is an exception that no `except` or `finally` of the script holds up.
struct Limits {
    std::size_t memory = 256u << 20;             ///< bytes of objects and buffers
    std::int64_t steps = INT64_MAX;              ///< calls and loop iterations, over the interpreter's life
    Duration time;                               ///< per call into the interpreter; zero: none
    unsigned recursion = 1000;                   ///< Python frames
    std::size_t native_stack = 0;                ///< bytes of the C stack; zero: what the thread has
    std::size_t int_digits = 4300;               ///< digits in conversions between int and str; zero: unlimited
    std::size_t int_bits = std::size_t{1} << 33; ///< size of an int: OverflowError beyond
    std::uint64_t output = UINT64_MAX;           ///< bytes a script may write to its standard streams: OSError beyond

    /// No limit but the recursion depth.
    static Limits none();
};

/// What of the outside world scripts can reach.
enum class Access : std::uint8_t {
    None,      ///< nothing but what Host grants: no files, environment, clock or standard streams
    Process,   ///< all that the process itself may do; Host is not looked at
};

/// What scripts get of the outside world without Access::Process. The default is nothing at all: no files (open() is
/// PermissionError), an empty environment, a clock that stands still, no source of randomness, no processes, signals or
/// network (which nothing grants).
struct Host {
    enum class Clock : std::uint8_t {
        None,      ///< always `clock_start`
        Process,   ///< the real one
        Virtual,   ///< starts at `clock_start`, goes on by `clock_step` at every look and by what scripts sleep
    };
    std::optional<std::string> folder;  ///< files below this folder, which scripts see as "/"; no symbolic links
    bool folder_writable = false;
    std::vector<std::pair<std::string, std::string>> environment;
    Clock clock = Clock::None;
    Duration clock_start, clock_step = Duration::of(1000);
    Hook<Duration()> clock_function;             ///< instead of all this; when it throws, the time is the last one
    std::optional<std::uint64_t> random_seed;    ///< os.urandom() and the start of random: a sequence that repeats
    bool random = false;                         ///< ... or the system's
    /// Modules that may be imported (with those that these need of the library themselves); unset: all. A refused one
    /// is ImportError. Modules made by Interpreter::module() are always there.
    std::optional<std::vector<std::string>> modules;
};

struct Options {
    Limits limits;
    Access access = Access::None;
    Host host;
    std::vector<std::string> argv;               ///< sys.argv
    std::vector<std::string> path;               ///< sys.path: folders, as the files granted see them
    std::string executable;                      ///< sys.executable
    int optimize = 0;                            ///< 0, 1 (-O), 2 (-OO)
    /// Syntax that came after Python 3.6 (docs/later-syntax.md) is the SyntaxError that 3.6 gives.
    bool lang36 = false;
    bool dont_write_bytecode = true;
    std::optional<std::uint64_t> hash_seed;      ///< fixed hashes of str and bytes; unset: random
    /// The interpreter is a program of its own (krait/command_line.hpp); it receives the process's signals.
    const CommandLineOptions* command_line = nullptr;   ///< copied
    /// Receive what scripts write; UTF-8. Unset: discarded, or the process's own streams with Access::Process. Called
    /// on the interpreter's thread; what they throw becomes OSError.
    Hook<void(std::string_view)> on_stdout, on_stderr;
    /// Fills the buffer with input, returns the bytes put there, 0 at the end. Unset: sys.stdin is None. When it throws,
    /// or returns more than `size`, the script gets OSError.
    Hook<std::size_t(char* buffer, std::size_t size)> on_stdin;
    /// For finding leaks: called for every handle alive when the interpreter ends, with the calls that made it (link
    /// with -rdynamic to see names). Makes handles slow.
    Hook<void(const std::string& text)> report_handles;

    /// The same run every time: fixed hashes and randomness, a virtual clock.
    static Options deterministic(std::uint64_t seed = 0);
};

/// Stops a running script from any thread. Copyable; may outlive the interpreter.
class InterruptHandle {
  public:
    InterruptHandle() = default;
    InterruptHandle(const InterruptHandle&);
    InterruptHandle& operator=(const InterruptHandle&);
    ~InterruptHandle();
    void interrupt() const;                      ///< raises KeyboardInterrupt in the script, which may catch it
    void cancel() const;  ///< ends the present call: Error with limit(), not to be caught by scripts

  private:
    friend class Interpreter;
    core::Link* link_ = nullptr;
};

/// A Python interpreter. Any number may live in a process, each used by one thread at a time: the one that created it,
/// or the last one that called adopt_thread(). Only InterruptHandle may be used from any thread. Misuse throws
/// std::logic_error; a Python exception that nothing handles throws Error.
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

    /// Global variables of __main__. NameError for an unknown one.
    Object get(std::string_view name);
    template <class T>
    void set(std::string_view name, T&& value) {
        set_object(name, make(std::forward<T>(value)));
    }
    template <class... Args>
    Object call(std::string_view function, Args&&... args) {
        return get(function)(std::forward<Args>(args)...);
    }

    /// A module made by the host, importable from here on; see Module in bind.hpp. A dotted name is part of a package:
    /// make module("a"), then module("a.b"); with no "a" before it "a.b" cannot be imported.
    Module module(std::string_view name, std::string_view doc = "");

    /// The Python object of a C++ value: a copy of values and containers, an object of its bound class.
    template <class T>
    Object make(T&& value) {
        core::Link* l = detail::Access::link(*this);
        return detail::Access::adopt(l, detail::make_cell(l, std::forward<T>(value)));
    }
    Object list(const std::vector<Object>& items);
    Object dict(const std::vector<std::pair<Object, Object>>& items);
    Object bytes(std::string_view content);
    /// A function of the host: any callable, its parameters converted. One that takes (Interpreter&, const
    /// std::vector<Object>&) gets all positional arguments as they are. A C++ exception becomes a Python one.
    template <class F>
    Object function(std::string_view name, F body);

    /// Limits may be changed between calls; counters say what was used.
    void set_limits(const Limits&);
    std::size_t memory_used() const;             ///< bytes
    std::size_t memory_peak() const;             ///< bytes
    std::int64_t steps_left() const;             ///< INT64_MAX: no limit is set
    std::uint64_t output_written() const;        ///< bytes
    InterruptHandle interrupt_handle() const;
    /// From now on the calling thread is the one that uses the interpreter.
    void adopt_thread();

    // --- running programs: what the command line is built on. Uncaught exceptions are printed through sys.excepthook;
    // the result is the exit status.
    int run_file(const std::string& path);       ///< a script, a .pyc, or a folder with __main__.py
    int run_command(std::string_view source);
    int run_module(std::string_view name);       ///< python -m
    int run_standard_input();                    ///< a program from stdin
    int run_text(std::string_view content, const std::string& filename);  ///< a script or .pyc that the caller has read
    /// One piece of interactive input: complete statements are run, expressions displayed. NeedMore: the text is the
    /// start of something longer.
    enum class Interactive : std::uint8_t { Done, NeedMore, Exit };
    Interactive run_interactive(std::string_view source, int* exit_status);
    /// Lines as typed through sys.stdin with prompts sys.ps1 and sys.ps2, until its end or SystemExit.
    int run_prompt();
    /// Flushes sys.stdout and sys.stderr; part of the destructor too, where failure has nobody to tell.
    bool flush();

  private:
    friend struct detail::Access;
    explicit Interpreter(core::Link* link);      // view of a running one, for host functions
    void set_object(std::string_view name, const Object& value);
    core::Link* link_ = nullptr;
    bool owner_ = true;
};

// --- source text without running it; a SyntaxError is thrown as Error. `optimize` and `lang36` as in Options.
/// The listing that `dis.dis` of CPython 3.6 gives for the module. `source` is a file's content (encodings honoured).
std::string disassemble(std::string_view source, const std::string& filename, int optimize = 0, bool lang36 = false);
/// The instructions that the module and the code nested in it are translated to before they run. For people: no fixed
/// form.
std::string internal_form(std::string_view source, const std::string& filename, int optimize = 0,
                          bool lang36 = false);
/// A .pyc file of CPython 3.6 (magic 3379, 12-byte header, marshal version 4).
std::string compile_pyc(std::string_view source, const std::string& filename, std::uint32_t source_mtime,
                        int optimize = 0, bool lang36 = false);

namespace detail {
template <class T>
    requires requires(Interpreter& i, const T& v) { Convert<T>::to(i, v); }
struct To<T> {
    static Cell make(Link* l, const T& value) {
        Interpreter view = Access::view(l);
        return Access::owned_in(l, Convert<T>::to(view, value));
    }
};
}  // namespace detail

}  // namespace api
}  // namespace krait

#pragma GCC visibility pop
