// Creation of all exception types, in the order of exception_types.def.
#include "builtins/types/exception_types.h"
#include "vm/object/own_slots.h"

namespace krait {

namespace {

// Exceptions without members: name and docstring. The rest have a spec of their own.
struct PlainDoc {
    const char* name;
    const char* doc;
};
constexpr PlainDoc kDocs[] = {
    {"KeyboardInterrupt", "The user interrupted the program."},
    {"GeneratorExit", "A generator or coroutine is being closed."},
    {"Exception", "Base class of the exceptions that do not end the program."},
    {"StopAsyncIteration", "The asynchronous iterator has no more items."},
    {"ArithmeticError", "Base class of arithmetic errors."},
    {"FloatingPointError", "A floating point operation failed."},
    {"OverflowError", "A result is too large to be represented."},
    {"ZeroDivisionError", "Division or modulo by zero."},
    {"AssertionError", "An assertion does not hold."},
    {"AttributeError", "The object has no such attribute."},
    {"BufferError", "A buffer cannot be used that way."},
    {"EOFError", "Input ended too early."},
    {"ModuleNotFoundError", "There is no such module."},
    {"LookupError", "Base class of failed lookups."},
    {"IndexError", "The sequence has no such index."},
    {"MemoryError", "There is no memory left."},
    {"NameError", "The name is not defined."},
    {"UnboundLocalError", "The local variable has no value yet."},
    {"BlockingIOError", "The operation would block."},
    {"ChildProcessError", "There is no such child process."},
    {"ConnectionError", "Base class of connection errors."},
    {"BrokenPipeError", "Nobody reads the pipe any more."},
    {"ConnectionAbortedError", "The connection was aborted."},
    {"ConnectionRefusedError", "The connection was refused."},
    {"ConnectionResetError", "The connection was reset."},
    {"FileExistsError", "The file exists already."},
    {"FileNotFoundError", "There is no such file."},
    {"InterruptedError", "A signal interrupted the operation."},
    {"IsADirectoryError", "The operation does not work on directories."},
    {"NotADirectoryError", "The operation works on directories only."},
    {"PermissionError", "The permission is missing."},
    {"ProcessLookupError", "There is no such process."},
    {"TimeoutError", "The operation took too long."},
    {"ReferenceError", "The target of the weak proxy is gone."},
    {"RuntimeError", "An error without a class of its own."},
    {"NotImplementedError", "The method is not implemented."},
    {"RecursionError", "The recursion is too deep."},
    {"IndentationError", "The indentation is wrong."},
    {"TabError", "Tabs and spaces are mixed inconsistently."},
    {"SystemError", "The interpreter itself is at fault."},
    {"TypeError", "The operation does not support this type."},
    {"ValueError", "The type is right, the value is not."},
    {"UnicodeError", "Base class of errors between text and bytes."},
    {"Warning", "Base class of warnings."},
    {"BytesWarning", "Bytes and text are mixed up."},
    {"DeprecationWarning", "A feature will go away."},
    {"FutureWarning", "A construct will change its meaning."},
    {"ImportWarning", "An import is probably a mistake."},
    {"PendingDeprecationWarning", "A feature will be deprecated."},
    {"ResourceWarning", "A resource is used carelessly."},
    {"RuntimeWarning", "Dubious behaviour at run time."},
    {"SyntaxWarning", "Dubious syntax."},
    {"UnicodeWarning", "Trouble with text."},
    {"UserWarning", "A warning made by a program."},
    {"StepLimitExceeded", "The interpreter's step limit was reached. Handlers do not run."},
    {"TimeLimitExceeded", "The interpreter's time limit was reached. Handlers do not run."},
};

constexpr const char* doc_of(std::string_view name) {
    for (const PlainDoc& row : kDocs)
        if (name == row.name) return row.doc;
    return nullptr;
}

// Those with fields of their own pass their constructor on.
constexpr bool has_own_new(Exc base) {
    switch (base) {
        case Exc::ImportError:
        case Exc::OSError:
        case Exc::ConnectionError:
        case Exc::SyntaxError:
        case Exc::IndentationError: return false;
        default: return true;
    }
}

constexpr TypeSpec plain(const char* name, Exc base) {
    TypeSpec spec{};
    spec.name = name;
    spec.doc = doc_of(name);
    spec.basic_size = sizeof(ExceptionObject);
    spec.flags = kExceptionTypeFlags | (has_own_new(base) ? kTypeOwnNew : 0);
    return spec;
}

struct Row {
    Exc kind, base;
    TypeSpec spec;
};
constexpr Row kRows[] = {
#define KRAIT_EXCEPTION(name, base, fields) {Exc::name, Exc::base, plain(#name, Exc::base)},
#include "vm/error/exception_types.def"
#undef KRAIT_EXCEPTION
};

const TypeSpec& spec_of(const Row& row) {
    switch (row.kind) {
        case Exc::ImportError: return kImportErrorTypeSpec;
        case Exc::KeyError: return kKeyErrorTypeSpec;
        case Exc::OSError: return kOSErrorTypeSpec;
        case Exc::StopIteration: return kStopIterationTypeSpec;
        case Exc::SyntaxError: return kSyntaxErrorTypeSpec;
        case Exc::SystemExit: return kSystemExitTypeSpec;
        case Exc::UnicodeDecodeError: return kUnicodeDecodeErrorTypeSpec;
        case Exc::UnicodeEncodeError: return kUnicodeEncodeErrorTypeSpec;
        case Exc::UnicodeTranslateError: return kUnicodeTranslateErrorTypeSpec;
        default: return row.spec;
    }
}

}  // namespace

bool register_exceptions(Thread& t) {
    Interpreter& interp = t.interp;
    if (interp.exceptions[0]) return true;
    for (const Row& row : kRows) {
        TypeObject*& place = interp.exceptions[static_cast<size_t>(row.kind)];
        if (row.kind == Exc::BaseException) {
            place = interp.type(Kind::BaseException);
            incref(place);
            continue;
        }
        RefTo<TypeObject> type = type_from_spec(interp, t, spec_of(row), exception_type(interp, row.base));
        if (!type) return false;
        place = type.release();
    }
    return register_exception_groups(t);
}

}  // namespace krait
