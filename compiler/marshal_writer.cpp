// See marshal_writer.h.
#include "compiler/marshal_writer.h"

#include <bit>
#include <unordered_map>

#include "support/bigint.h"

namespace krait {

namespace {

class MarshalWriter {
  public:
    explicit MarshalWriter(MarshalTexts texts) : texts_(texts) {}
    std::string take() { return std::move(out_); }

    void code(const CompiledCode& code) {
        out_ += 'c';
        for (int64_t number : {int64_t{code.argcount}, int64_t{code.kwonlyargcount}, int64_t{code.nlocals},
                               int64_t{code.stacksize}, int64_t{code.flags}})
            int32(number);
        bytes(code.code);
        tuple_head(code.consts.size());
        for (const Constant& constant : code.consts) value(constant);
        for (auto* names : {&code.names, &code.varnames, &code.freevars, &code.cellvars}) {
            tuple_head(names->size());
            for (std::string_view name : *names) text(name, true);
        }
        text(code.filename, false);
        text(code.name, true);
        int32(code.firstlineno);
        bytes(code.lnotab);
    }

  private:
    void little_endian(uint64_t value, int size) {
        for (int i = 0; i < size; ++i) out_ += static_cast<char>(value >> (8 * i) & 0xFF);
    }
    void int32(int64_t value) { little_endian(static_cast<uint64_t>(value), 4); }
    void float64(double value) { little_endian(std::bit_cast<uint64_t>(value), 8); }

    void bytes(const std::string& data) {
        out_ += 's';
        int32(static_cast<int64_t>(data.size()));
        out_ += data;
    }

    void tuple_head(size_t size) {
        if (size < 256) {
            out_ += ')';
            out_ += static_cast<char>(size);
        } else {
            out_ += '(';
            int32(static_cast<int64_t>(size));
        }
    }

    void text(std::string_view wtf8, bool interned) {
        bool ascii = true;
        for (char c : wtf8) ascii = ascii && static_cast<unsigned char>(c) < 0x80;
        bool is_short = ascii && wtf8.size() < 256;
        size_t start = out_.size();
        if (texts_ == MarshalTexts::Shared) {
            std::string key = std::string(1, interned ? 'i' : 'p').append(wtf8);
            auto [known, is_new] = known_.emplace(std::move(key), static_cast<int64_t>(known_.size()));
            if (!is_new) {
                out_ += 'r';
                return int32(known->second);
            }
        }
        if (is_short) {
            out_ += interned ? 'Z' : 'z';
            out_ += static_cast<char>(wtf8.size());
        } else {
            out_ += ascii ? (interned ? 'A' : 'a') : (interned ? 't' : 'u');
            int32(static_cast<int64_t>(wtf8.size()));
        }
        out_ += wtf8;
        constexpr char kReferred = '\x80';
        if (texts_ == MarshalTexts::Shared) out_[start] = static_cast<char>(out_[start] | kReferred);
    }

    /// Integers beyond 32 bits: a signed count of 15-bit digits, least significant first.
    void large_int(uint64_t magnitude, bool negative) {
        std::string digits;
        int64_t count = 0;
        for (; magnitude != 0; magnitude >>= 15, ++count)
            append_digit(digits, static_cast<uint16_t>(magnitude & 0x7FFF));
        finish_large(digits, count, negative);
    }
    void large_int(const std::string& decimal) {
        bool negative = decimal.starts_with('-');
        BigInt value;
        std::string binary;
        // Canonical text of a constant: this fails only without memory, and then zero is written.
        if (BigInt::from_text(std::string_view(decimal).substr(negative ? 1 : 0), 10, &value) != BigIntStatus::Ok ||
            value.to_text(2, &binary) != BigIntStatus::Ok)
            return large_int(0, false);
        std::string digits;
        int64_t count = 0;
        for (size_t end = binary.size(); end > 0; ++count) {
            size_t begin = end > 15 ? end - 15 : 0;
            uint16_t digit = 0;
            for (size_t i = begin; i < end; ++i) digit = static_cast<uint16_t>(digit << 1 | (binary[i] - '0'));
            append_digit(digits, digit);
            end = begin;
        }
        finish_large(digits, count, negative);
    }
    static void append_digit(std::string& digits, uint16_t digit) {
        digits += static_cast<char>(digit & 0xFF);
        digits += static_cast<char>(digit >> 8);
    }
    void finish_large(const std::string& digits, int64_t count, bool negative) {
        out_ += 'l';
        int32(negative ? -count : count);
        out_ += digits;
    }

    void integer(int64_t number) {
        if (number >= INT32_MIN && number <= INT32_MAX) {
            out_ += 'i';
            return int32(number);
        }
        uint64_t magnitude = static_cast<uint64_t>(number);
        large_int(number < 0 ? ~magnitude + 1 : magnitude, number < 0);
    }

    void value(const Constant& constant) {
        switch (constant.kind()) {
            case Constant::Kind::None: out_ += 'N'; break;
            case Constant::Kind::True: out_ += 'T'; break;
            case Constant::Kind::False: out_ += 'F'; break;
            case Constant::Kind::Ellipsis: out_ += '.'; break;
            case Constant::Kind::Int: integer(constant.as_int()); break;
            case Constant::Kind::BigInt: large_int(constant.text()); break;
            case Constant::Kind::Float:
                out_ += 'g';
                float64(constant.as_float());
                break;
            case Constant::Kind::Complex:
                out_ += 'y';
                float64(constant.as_complex().real());
                float64(constant.as_complex().imag());
                break;
            case Constant::Kind::Str: text(constant.text(), false); break;
            case Constant::Kind::Bytes: bytes(constant.text()); break;
            case Constant::Kind::Tuple:
                tuple_head(constant.items().size());
                for (const Constant& item : constant.items()) value(item);
                break;
            case Constant::Kind::FrozenSet:
                out_ += '>';
                int32(static_cast<int64_t>(constant.items().size()));
                for (const Constant& item : constant.items()) value(item);
                break;
            case Constant::Kind::Code: code(*constant.code()); break;
        }
    }

    std::string out_;
    MarshalTexts texts_;
    std::unordered_map<std::string, int64_t> known_;  // text (after a letter for its kind) -> number of the reference
};

}  // namespace

std::string marshal_code(const CompiledCode& code, MarshalTexts texts) {
    MarshalWriter writer(texts);
    writer.code(code);
    return writer.take();
}

std::string write_pyc(const CompiledCode& code, uint32_t source_mtime, uint32_t source_size) {
    std::string out(kPycMagic, sizeof kPycMagic);
    for (uint32_t number : {source_mtime, source_size})
        for (int i = 0; i < 4; ++i) out += static_cast<char>(number >> (8 * i) & 0xFF);
    return out + marshal_code(code);
}

}  // namespace krait
