// What the compiler hands to the VM: code objects and constants as plain data, no runtime objects.
// A CompiledCode equals, field by field, the code object CPython 3.6 makes of the same source.
#pragma once

#include <complex>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "support/arena.h"

namespace krait {

struct CompiledCode;

/// Bits of CompiledCode::flags (co_flags).
enum CodeFlag : uint32_t {
    CO_OPTIMIZED = 0x0001,
    CO_NEWLOCALS = 0x0002,
    CO_VARARGS = 0x0004,
    CO_VARKEYWORDS = 0x0008,
    CO_NESTED = 0x0010,
    CO_GENERATOR = 0x0020,
    CO_NOFREE = 0x0040,
    CO_COROUTINE = 0x0080,
    CO_ITERABLE_COROUTINE = 0x0100,
    CO_ASYNC_GENERATOR = 0x0200,
    CO_FUTURE_DIVISION = 0x2000,
    CO_FUTURE_ABSOLUTE_IMPORT = 0x4000,
    CO_FUTURE_WITH_STATEMENT = 0x8000,
    CO_FUTURE_PRINT_FUNCTION = 0x10000,
    CO_FUTURE_UNICODE_LITERALS = 0x20000,
    CO_FUTURE_BARRY_AS_BDFL = 0x40000,
    CO_FUTURE_GENERATOR_STOP = 0x80000,
    CO_FUTURE_ANNOTATIONS = 0x100000,  // 3.7
};

/// Positional-only parameters (3.8) are counted in bits of co_flags that 3.6 does not use: so a code object keeps 3.6's
/// fields and its .pyc file 3.6's format.
inline constexpr uint32_t kPosOnlyShift = 22, kPosOnlyMask = 255u << kPosOnlyShift;

/// One entry of co_consts.
class Constant {
  public:
    enum class Kind : uint8_t {
        None,
        True,
        False,
        Ellipsis,
        Int,     // fits int64_t
        BigInt,  // does not fit: canonical decimal text, "-" in front when negative
        Float,
        Complex,
        Str,  // UTF-8; lone surrogates encoded in three bytes (WTF-8)
        Bytes,
        Tuple,
        FrozenSet,  // no two elements equal in the sense of Python
        Code,
    };

    Constant() = default;  // None
    static Constant none() { return Constant(); }
    static Constant boolean(bool value) { return Constant(value ? Kind::True : Kind::False, std::monostate{}); }
    static Constant ellipsis() { return Constant(Kind::Ellipsis, std::monostate{}); }
    static Constant integer(int64_t value) { return Constant(Kind::Int, value); }
    /// `decimal`: an integer that does not fit int64_t, canonical ("-?[1-9][0-9]*").
    static Constant big_integer(std::string decimal) { return Constant(Kind::BigInt, std::move(decimal)); }
    static Constant floating(double value) { return Constant(Kind::Float, value); }
    static Constant complex(std::complex<double> value) { return Constant(Kind::Complex, value); }
    static Constant str(std::string wtf8) { return Constant(Kind::Str, std::move(wtf8)); }
    static Constant bytes(std::string data) { return Constant(Kind::Bytes, std::move(data)); }
    static Constant tuple(std::vector<Constant> items) {
        return Constant(Kind::Tuple, std::make_shared<const std::vector<Constant>>(std::move(items)));
    }
    static Constant frozen_set(std::vector<Constant> items) {
        return Constant(Kind::FrozenSet, std::make_shared<const std::vector<Constant>>(std::move(items)));
    }
    static Constant code(std::shared_ptr<CompiledCode> value) { return Constant(Kind::Code, std::move(value)); }

    Kind kind() const { return kind_; }
    bool is(Kind kind) const { return kind_ == kind; }

    int64_t as_int() const { return std::get<int64_t>(data_); }                                // Int
    double as_float() const { return std::get<double>(data_); }                                // Float
    std::complex<double> as_complex() const { return std::get<std::complex<double>>(data_); }  // Complex
    const std::string& text() const { return std::get<std::string>(data_); }                   // BigInt, Str, Bytes
    const std::vector<Constant>& items() const { return *std::get<Items>(data_); }             // Tuple, FrozenSet
    const std::shared_ptr<CompiledCode>& code() const { return std::get<CodePtr>(data_); }     // Code

    /// Type-strict equality: 1, 1.0 and True differ, 0.0 and -0.0 differ, at every level; NaNs are equal when their
    /// bits are; code objects are equal when their same_code() says so.
    bool operator==(const Constant& other) const;
    size_t hash() const;
    /// What hash() gives for str(text).
    static size_t hash_of_str(std::string_view text);
    /// bool(constant) in Python.
    bool truth() const;

  private:
    using Items = std::shared_ptr<const std::vector<Constant>>;
    using CodePtr = std::shared_ptr<CompiledCode>;
    using Data = std::variant<std::monostate, int64_t, double, std::complex<double>, std::string, Items, CodePtr>;

    Constant(Kind kind, Data data) : kind_(kind), data_(std::move(data)) {}

    Kind kind_ = Kind::None;
    Data data_;
};

struct ConstantHash {
    size_t operator()(const Constant& value) const { return value.hash(); }
};

/// A code object. Text fields are UTF-8 (WTF-8), `code` and `lnotab` are bytes.
struct CompiledCode {
    std::shared_ptr<const Arena> texts;  // what the views point to: shared by the code objects of one compilation
    int argcount = 0;        // positional parameters, without *args
    int kwonlyargcount = 0;  // keyword-only parameters
    int nlocals = 0;         // == varnames.size()
    int stacksize = 0;
    uint32_t flags = 0;  // CodeFlag
    int firstlineno = 1;
    std::string code;  // pairs of opcode and operand
    std::vector<Constant> consts;
    std::vector<std::string_view> names;
    std::vector<std::string_view> varnames;
    std::vector<std::string_view> freevars;
    std::vector<std::string_view> cellvars;
    std::string_view filename;
    std::string_view name;
    std::string lnotab;  // pairs of unsigned address delta and signed line delta
};

/// Whether two code objects are one constant to CPython: equal in everything but filename, stacksize and lnotab.
bool same_code(const CompiledCode& a, const CompiledCode& b);

/// repr() of a constant as CPython writes it (code objects without their address).
std::string constant_repr(const Constant& value);

}  // namespace krait
