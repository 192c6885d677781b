// The tree as text, as ast.dump(tree, include_attributes=True) of CPython 3.6 prints it.
#include <charconv>
#include <string>

#include "parser/ast.h"
#include "parser/parse.h"
#include "support/bigint.h"
#include "support/float_text.h"
#include "support/unicode_data.h"
#include "support/utf8.h"

namespace krait::ast {

std::string_view python_name(NodeKind kind) {
    switch (kind) {
#define MOD(Class, python_name, fields) \
    case NodeKind::Class: return #python_name;
#define STMT MOD
#define EXPR MOD
#define SLICE MOD
#define HANDLER MOD
#define PATTERN MOD
#define TYPE_PARAM MOD
#define PRODUCT MOD
#define POSITIONED_PRODUCT MOD
#include "parser/ast.def"
    }
    return "";
}

namespace {

#define ENUMERATION(Class, python_name, values)                                    \
    std::string_view value_name(Class value) {                                     \
        static constexpr std::string_view kNames[] = {values};                     \
        return kNames[static_cast<std::size_t>(value)];                            \
    }
#define VALUE(Name) #Name,
#include "parser/ast.def"

// Trees from chains like a+b+c+… are as deep as they are long; the dump gives up below this depth.
constexpr int kMaxDepth = 10000;

class Dumper {
  public:
    explicit Dumper(bool attributes) : attributes_(attributes) {}

    std::string out;

    void node(const Node* any) {
        if (!any) {
            out += "None";
            return;
        }
        if (depth_ >= kMaxDepth) {
            out += "...";
            return;
        }
        ++depth_;
        out += python_name(any->kind);
        out += '(';
        first_ = true;
        fields(any);
        out += ')';
        first_ = false;
        --depth_;
    }

  private:
    void fields(const Node* any) {
        switch (any->kind) {
#define KRAIT_CASE(Class, list, positioned)                                      \
    case NodeKind::Class: {                                                      \
        [[maybe_unused]] const auto& self = *static_cast<const Class*>(any);     \
        list positioned                                                          \
        break;                                                                   \
    }
#define MOD(Class, python_name, list) KRAIT_CASE(Class, list, )
#define STMT(Class, python_name, list) KRAIT_CASE(Class, list, position(self);)
#define EXPR STMT
#define SLICE MOD
#define HANDLER STMT
#define PATTERN STMT
#define TYPE_PARAM STMT
#define PRODUCT MOD
#define POSITIONED_PRODUCT STMT
#define CHILD(Class, name) label(#name); node(self.name);
#define OPTIONAL(Class, name) label(#name); node(self.name);
#define SEQUENCE(Class, name) label(#name); nodes(self.name);
#define GAP_SEQUENCE(Class, name) label(#name); nodes(self.name);
#define LATER_SEQUENCE(Class, name) if (!self.name.empty()) { label(#name); nodes(self.name); }
#define CHOICE(Class, name) label(#name); choice(self.name);
#define CHOICES(Class, name) label(#name); choices(self.name);
#define IDENTIFIER(name) label(#name); identifier(self.name);
#define OPTIONAL_IDENTIFIER(name) label(#name); identifier(self.name);
#define IDENTIFIERS(name) label(#name); identifiers(self.name);
#define INTEGER(name) label(#name); integer(self.name);
#define OPTIONAL_INTEGER(name) label(#name); integer(self.name);
#define DATA(Class, name) label(#name); data(self.name);
#include "parser/ast.def"
#undef KRAIT_CASE
        }
    }

    void label(std::string_view name) {
        if (!first_) out += ", ";
        first_ = false;
        out += name;
        out += '=';
    }

    // A node without fields shows a blank before its attributes, as in CPython 3.6.
    void position(const PositionedNode& self) {
        if (!attributes_) return;
        out += first_ ? " lineno=" : ", lineno=";
        out += std::to_string(self.line);
        out += ", col_offset=";
        out += std::to_string(self.column);
    }

    template <class T>
    void nodes(Seq<T*> list) {
        out += '[';
        for (std::size_t i = 0; i < list.size(); ++i) {
            if (i) out += ", ";
            node(list[i]);
        }
        out += ']';
        first_ = false;
    }
    template <class T>
    void choice(T value) {
        out += value_name(value);
        out += "()";
    }
    template <class T>
    void choices(Seq<T> list) {
        out += '[';
        for (std::size_t i = 0; i < list.size(); ++i) {
            if (i) out += ", ";
            choice(list[i]);
        }
        out += ']';
    }
    void identifier(Identifier name) {
        if (name)
            text({name.view(), false});
        else
            out += "None";
    }
    void identifiers(Seq<Identifier> list) {
        out += '[';
        for (std::size_t i = 0; i < list.size(); ++i) {
            if (i) out += ", ";
            identifier(list[i]);
        }
        out += ']';
    }
    void integer(int value) {
        if (value == kNoInteger)
            out += "None";
        else
            out += std::to_string(value);
    }

    void data(Singleton value) {
        static constexpr std::string_view kNames[] = {"None", "True", "False"};
        out += kNames[static_cast<std::size_t>(value)];
    }
    void data(const StringValue& value) { text(value); }
    void data(const BytesValue& value) { bytes(value.bytes); }
    void data(const NumberValue& value) {
        switch (value.kind) {
            case NumberValue::Kind::Integer: out += std::to_string(value.integer); break;
            case NumberValue::Kind::BigInteger: out += decimal_digits(value); break;
            case NumberValue::Kind::Float: out += float_repr(value.real); break;
            case NumberValue::Kind::Imaginary: out += float_repr_short(value.real, false) + "j"; break;
        }
    }
    void data(const ConstantValue& value) {
        switch (value.kind) {
            case ConstantValue::Kind::None: out += "None"; break;
            case ConstantValue::Kind::True: out += "True"; break;
            case ConstantValue::Kind::False: out += "False"; break;
            case ConstantValue::Kind::Ellipsis: out += "Ellipsis"; break;
            case ConstantValue::Kind::Number: data(value.number); break;
            case ConstantValue::Kind::Complex:
                out += "(" + float_repr_short(value.complex_real, false) + (value.number.real < 0 ? "" : "+") +
                       float_repr_short(value.number.real, false) + "j)";
                break;
            case ConstantValue::Kind::Str: data(value.str); break;
            case ConstantValue::Kind::Bytes: data(value.bytes); break;
            case ConstantValue::Kind::Tuple: items("(", value.items, value.items.size() == 1 ? ",)" : ")"); break;
            case ConstantValue::Kind::FrozenSet:
                items("frozenset({", value.items, "})");
                break;
        }
    }
    void items(std::string_view open, Seq<ConstantValue> list, std::string_view close) {
        out += open;
        for (std::size_t i = 0; i < list.size(); ++i) {
            if (i) out += ", ";
            data(list[i]);
        }
        out += close;
    }
    static std::string decimal_digits(const NumberValue& value) {
        BigInt number;
        std::string text;
        if (BigInt::from_text(value.digits, value.base, &number) != BigIntStatus::Ok ||
            number.to_text(10, &text) != BigIntStatus::Ok)
            return "?";
        return text;
    }

    static char quote_for(std::string_view value) {
        bool single = value.find('\'') != std::string_view::npos;
        return single && value.find('"') == std::string_view::npos ? '"' : '\'';
    }
    void hex(char letter, char32_t value, int digits) {
        out += '\\';
        out += letter;
        for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) out += "0123456789abcdef"[value >> shift & 15];
    }
    bool common_escape(char32_t c, char quote) {
        if (c == '\\' || c == static_cast<char32_t>(quote)) {
            out += '\\';
            out += static_cast<char>(c);
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\r') {
            out += "\\r";
        } else if (c == '\t') {
            out += "\\t";
        } else if (c >= ' ' && c < 0x7F) {
            out += static_cast<char>(c);
        } else {
            return false;
        }
        return true;
    }
    void bytes(std::string_view value) {
        char quote = quote_for(value);
        out += 'b';
        out += quote;
        for (char c : value) {
            auto byte = static_cast<unsigned char>(c);
            if (!common_escape(byte, quote)) hex('x', byte, 2);
        }
        out += quote;
    }
    void text(const StringValue& value) {
        char quote = quote_for(value.text);
        out += quote;
        for (std::size_t i = 0; i < value.text.size();) {
            Utf8Char c = utf8_decode_one(value.text, i, Surrogates::Pass);
            if (common_escape(c.code, quote)) {
            } else if (c.code > 0x7F && unicode::is_printable(c.code)) {
                out += value.text.substr(i, c.length);
            } else if (c.code < 0x100) {
                hex('x', c.code, 2);
            } else if (c.code < 0x10000) {
                hex('u', c.code, 4);
            } else {
                hex('U', c.code, 8);
            }
            i += c.length ? c.length : 1;
        }
        out += quote;
    }

    bool attributes_;
    bool first_ = true;  // no field written yet in the node at hand
    int depth_ = 0;
};

}  // namespace

std::string dump(const Node& node, bool include_attributes) {
    Dumper dumper(include_attributes);
    dumper.node(&node);
    return std::move(dumper.out);
}

}  // namespace krait::ast
