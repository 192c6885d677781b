// Module unicodedata: the tables of support/unicode_data.h seen from Python.
#include <algorithm>

#include "support/unicode_data.h"
#include "vm/native/module_def.h"
#include "vm/object/str_object.h"
#include "vm/protocol/protocol.h"

namespace krait {

namespace {

Fallible<char32_t> one_char(Thread& t, Value v, const char* function, int argument) {
    StrObject* text = as_str(v);
    if (text && text->length == 1) return text->at(0);
    const char* got = text ? "str" : type_name_of(t, v);
    if (argument) return raise(t, Exc::TypeError, "%s() argument 1 must be a unicode character, not %s", function, got);
    return raise(t, Exc::TypeError, "%s() argument must be a unicode character, not %s", function, got);
}

Failed no_value(Thread& t, const char* message) { return raise(t, Exc::ValueError, "%s", message); }

Ref ucd_decimal(Thread& t, Value, Value chr, Value fallback) {
    int n = unicode::decimal_value(TRY(one_char(t, chr, "decimal", 1)));
    if (n >= 0) return own(Value::small_int(n));
    if (fallback.is_unbound()) return no_value(t, "not a decimal");
    return own(fallback);
}
Ref ucd_digit(Thread& t, Value, Value chr, Value fallback) {
    int n = unicode::digit_value(TRY(one_char(t, chr, "digit", 1)));
    if (n >= 0) return own(Value::small_int(n));
    if (fallback.is_unbound()) return no_value(t, "not a digit");
    return own(fallback);
}
Ref ucd_numeric(Thread& t, Value, Value chr, Value fallback) {
    auto n = unicode::numeric_value(TRY(one_char(t, chr, "numeric", 1)));
    if (n) return make_float(t, *n);
    if (fallback.is_unbound()) return no_value(t, "not a numeric character");
    return own(fallback);
}
Ref ucd_category(Thread& t, Value, Value chr) {
    return str_from_ascii(t, unicode::category(TRY(one_char(t, chr, "category", 0))));
}
Ref ucd_bidirectional(Thread& t, Value, Value chr) {
    return str_from_ascii(t, unicode::bidirectional(TRY(one_char(t, chr, "bidirectional", 0))));
}
Fallible<int64_t> ucd_combining(Thread& t, Value, Value chr) {
    return int64_t{unicode::combining_class(TRY(one_char(t, chr, "combining", 0)))};
}
Fallible<int64_t> ucd_mirrored(Thread& t, Value, Value chr) {
    return int64_t{unicode::is_mirrored(TRY(one_char(t, chr, "mirrored", 0)))};
}
Ref ucd_east_asian_width(Thread& t, Value, Value chr) {
    return str_from_ascii(t, unicode::east_asian_width(TRY(one_char(t, chr, "east_asian_width", 0))));
}

#include "builtins/modules/unicodedata_tags.inc"

// Of a character with a compatibility mapping: "compat", "font", ...
const char* mapping_tag(char32_t c) {
    const uint32_t* found =
        std::upper_bound(std::begin(kTagRuns), std::end(kTagRuns), static_cast<uint32_t>(c) << 8 | 255);
    return found == std::begin(kTagRuns) ? "compat" : kTagNames[found[-1] & 255];
}

// "<compat> 0066 0069"
Ref ucd_decomposition(Thread& t, Value, Value chr) {
    char32_t c = TRY(one_char(t, chr, "decomposition", 0));
    std::u32string parts;
    bool compatibility = false;
    if (!unicode::decomposition(c, &parts, &compatibility)) return str_from_ascii(t, "");
    std::string text = compatibility ? "<" + std::string(mapping_tag(c)) + ">" : "";
    char number[12];
    for (char32_t part : parts) {
        std::snprintf(number, sizeof number, "%04X", static_cast<unsigned>(part));
        if (!text.empty()) text += ' ';
        text += number;
    }
    return str_from_ascii(t, text);
}

Ref ucd_name(Thread& t, Value, Value chr, Value fallback) {
    char32_t c = TRY(one_char(t, chr, "name", 1));
    std::string name = unicode::name(c);
    if (!name.empty()) return str_from_ascii(t, name);
    if (fallback.is_unbound()) return no_value(t, "no such name");
    return own(fallback);
}
Ref ucd_lookup(Thread& t, Value, StrObject* name) {
    constexpr size_t kLongestName = 256;
    std::string text;
    if (name->length <= kLongestName) text = str_to_utf8(name);
    if (name->length > kLongestName || text.size() > kLongestName) return raise(t, Exc::KeyError, "name too long");
    auto found = unicode::lookup_name(text);
    if (found) return str_from_char(t, *found);
    return raise(t, Exc::KeyError, "undefined character name '%s'", text.c_str());
}

// A text on its way to a normal form: its memory is counted, and long ones notice limits and interrupts.
struct NormalText {
    explicit NormalText(Thread& thread) : t(thread) {}
    ~NormalText() { t.heap.uncharge(charged); }
    NormalText(const NormalText&) = delete;
    NormalText& operator=(const NormalText&) = delete;

    // What a string that doubles its room takes at most, the old room included while it moves.
    bool charge(size_t characters) {
        size_t bytes = characters * 3 * sizeof(char32_t);
        if (!t.heap.charge(bytes)) {
            (void)raise_memory_error(t);
            return false;
        }
        charged += bytes;
        return true;
    }
    Status decompose(StrObject* source, unicode::NormalForm form) {
        constexpr size_t kPiece = 4096;
        char32_t piece[kPiece];
        for (size_t done = 0; done < source->length; done += kPiece) {
            size_t n = std::min(kPiece, source->length - done), before = text.size();
            for (size_t i = 0; i < n; ++i) piece[i] = source->at(done + i);
            unicode::decompose_text({piece, n}, form, &text);
            if (!charge(text.size() - before)) return Failed{};
            TRY(charge_work(t, 4 * (text.size() - before)));
        }
        return ok();
    }
    Status order_and_compose(unicode::NormalForm form) {
        auto poll = [](void* thread, uint64_t n) { return bool(charge_work(*static_cast<Thread*>(thread), n * 4)); };
        return unicode::order_and_compose(form, {poll, &t}, &text) ? ok() : Status(Failed{});
    }

    Thread& t;
    std::u32string text;
    size_t charged = 0;
};

Ref ucd_normalize(Thread& t, Value, StrObject* form, StrObject* text) {
    unicode::NormalForm wanted;
    if (str_equals_ascii(form, "NFC")) wanted = unicode::NormalForm::NFC;
    else if (str_equals_ascii(form, "NFD")) wanted = unicode::NormalForm::NFD;
    else if (str_equals_ascii(form, "NFKC")) wanted = unicode::NormalForm::NFKC;
    else if (str_equals_ascii(form, "NFKD")) wanted = unicode::NormalForm::NFKD;
    else return raise(t, Exc::ValueError, "invalid normalization form");
    if (text->ascii()) return own(text);
    NormalText normal(t);
    TRY(normal.decompose(text, wanted));
    TRY(normal.order_and_compose(wanted));
    return str_from_ucs4(t, normal.text.data(), normal.text.size());
}

constexpr MethodDef kMethods[] = {
    method<ucd_bidirectional>("bidirectional", "(self, chr, /)", "The bidirectional class of a character."),
    method<ucd_category>("category", "(self, chr, /)", "The general category of a character."),
    method<ucd_combining>("combining", "(self, chr, /)", "The canonical combining class of a character."),
    method<ucd_decimal>("decimal", "(self, chr, default=None, /)", "The decimal value of a character."),
    method<ucd_decomposition>("decomposition", "(self, chr, /)", "The decomposition mapping of a character."),
    method<ucd_digit>("digit", "(self, chr, default=None, /)", "The digit value of a character."),
    method<ucd_east_asian_width>("east_asian_width", "(self, chr, /)", "The East Asian width of a character."),
    method<ucd_lookup>("lookup", "(self, name, /)", "The character of that name."),
    method<ucd_mirrored>("mirrored", "(self, chr, /)", "1 when the character is mirrored in bidirectional text."),
    method<ucd_name>("name", "(self, chr, default=None, /)", "The name of a character."),
    method<ucd_normalize>("normalize", "(self, form, unistr, /)", "The normal form 'form' of the text."),
    method<ucd_numeric>("numeric", "(self, chr, default=None, /)", "The numeric value of a character."),
};
constexpr MethodDef kFunctions[] = {
    function<ucd_bidirectional>("bidirectional", "(module, chr, /)", "The bidirectional class of a character."),
    function<ucd_category>("category", "(module, chr, /)", "The general category of a character."),
    function<ucd_combining>("combining", "(module, chr, /)", "The canonical combining class of a character."),
    function<ucd_decimal>("decimal", "(module, chr, default=None, /)", "The decimal value of a character."),
    function<ucd_decomposition>("decomposition", "(module, chr, /)", "The decomposition mapping of a character."),
    function<ucd_digit>("digit", "(module, chr, default=None, /)", "The digit value of a character."),
    function<ucd_east_asian_width>("east_asian_width", "(module, chr, /)", "The East Asian width of a character."),
    function<ucd_lookup>("lookup", "(module, name, /)", "The character of that name."),
    function<ucd_mirrored>("mirrored", "(module, chr, /)", "1 when the character is mirrored in bidirectional text."),
    function<ucd_name>("name", "(module, chr, default=None, /)", "The name of a character."),
    function<ucd_normalize>("normalize", "(module, form, unistr, /)", "The normal form 'form' of the text."),
    function<ucd_numeric>("numeric", "(module, chr, default=None, /)", "The numeric value of a character."),
};

struct UcdObject : Object {};
void ucd_dealloc(Interpreter& interp, Object* o) { free_object(interp, o); }
Value ucd_version(Thread& t, Value) { return str_from_ascii(t, "3.2.0").release(); }
constexpr GetSetDef kGetSets[] = {{"unidata_version", ucd_version, nullptr, nullptr}};
constexpr TypeSpec kUcdSpec = {.name = "unicodedata.UCD",
                               .basic_size = sizeof(UcdObject),
                               .flags = 0,
                               .slots = {.dealloc = ucd_dealloc},
                               .methods = kMethods,
                               .getsets = kGetSets};

Status unicodedata_exec(Thread& t, ModuleObject* module) {
    TRY(module_set_str(t, module, "unidata_version", "9.0.0"));
    TypeObject* type = TRY(module_add_type(t, module, kUcdSpec));
    auto* old = allocate<UcdObject>(t, type);
    if (!old) return Failed{};
    Ref held = Ref::steal(old);
    return module_set(t, module, "ucd_3_2_0", held);
}

}  // namespace

extern const ModuleDef kUnicodedataModule;
constinit const ModuleDef kUnicodedataModule = {.name = "unicodedata",
                                                .doc = "The Unicode character database, version 9.0.0.",
                                                .functions = kFunctions,
                                                .exec = unicodedata_exec};

}  // namespace krait
