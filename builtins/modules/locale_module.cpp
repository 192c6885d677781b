// _locale: the C locale with UTF-8 text. Python code sees no other.
#include <climits>

#include "vm/native/module_def.h"
#include "vm/protocol/protocol.h"

namespace krait {

namespace {

constexpr int64_t kCategories = 7;

Ref raise_locale_error(Thread& t, ModuleObject* module, const char* message) {
    StrObject* key = intern_utf8(t, "Error");
    if (!key) return Failed{};
    Ref type = TRY(get_attribute(t, Value::object(module), key));
    Ref text = TRY(str_from_ascii(t, message));
    Ref error = TRY(call(t, type, text));
    return raise_instance(t, error);
}

Ref locale_setlocale(Thread& t, ModuleObject* module, int64_t category, Value locale) {
    if (category < 0 || category >= kCategories) return raise_locale_error(t, module, "invalid locale category");
    if (locale.is_unbound() || locale.is_none()) return str_from_ascii(t, "C.UTF-8");
    StrObject* text = as_str(locale);
    if (!text) return raise_argument_type(t, "setlocale", "str or None", locale);
    std::string name = str_to_utf8(text);
    if (name.empty() || name == "C.UTF-8" || name == "C.utf8") return str_from_ascii(t, "C.UTF-8");
    if (name == "C" || name == "POSIX") return str_from_ascii(t, "C");
    return raise_locale_error(t, module, "unsupported locale setting");
}

Ref locale_localeconv(Thread& t) {
    RefTo<DictObject> conventions = TRY(dict_new(t));
    auto set = [&](const char* name, Ref value) -> Status {
        if (value.failed()) return Failed{};
        StrObject* key = intern_utf8(t, name);
        return key ? dict_set_str(t, conventions.get(), key, value) : Status(Failed{});
    };
    for (const char* name : {"thousands_sep", "int_curr_symbol", "currency_symbol", "mon_decimal_point",
                             "mon_thousands_sep", "positive_sign", "negative_sign"})
        TRY(set(name, str_from_ascii(t, "")));
    TRY(set("decimal_point", str_from_ascii(t, ".")));
    for (const char* name : {"grouping", "mon_grouping"}) TRY(set(name, list_new(t)));
    for (const char* name : {"int_frac_digits", "frac_digits", "p_cs_precedes", "p_sep_by_space", "n_cs_precedes",
                             "n_sep_by_space", "p_sign_posn", "n_sign_posn"})
        TRY(set(name, make_int(t, CHAR_MAX)));
    return conventions;
}

Status refuse_null(Thread& t, StrObject* text) {
    if (str_find_char(text, 0, 0, text->length) < 0) return ok();
    return raise(t, Exc::ValueError, "embedded null character");
}

Ref locale_strcoll(Thread& t, StrObject* a, StrObject* b) {
    TRY(refuse_null(t, a));
    TRY(refuse_null(t, b));
    int order = str_compare_nocall(a, b);
    return make_int(t, order < 0 ? -1 : order > 0);
}
Ref locale_strxfrm(Thread& t, StrObject* text) {
    TRY(refuse_null(t, text));
    return own(text);
}

struct LanguageItem {
    int key;
    const char* name;
    const char* text;
};
constexpr LanguageItem kItems[] = {
    {14, "CODESET", "UTF-8"},
    {65536, "RADIXCHAR", "."},
    {65537, "THOUSEP", ""},
    {131112, "D_T_FMT", "%a %b %e %H:%M:%S %Y"},
    {131113, "D_FMT", "%m/%d/%y"},
    {131114, "T_FMT", "%H:%M:%S"},
    {131115, "T_FMT_AMPM", "%I:%M:%S %p"},
    {131110, "AM_STR", "AM"},
    {131111, "PM_STR", "PM"},
    {262159, "CRNCYSTR", "-"},
    {327680, "YESEXPR", "^[yY]"},
    {327681, "NOEXPR", "^[nN]"},
    {131116, "ERA", ""},
    {131118, "ERA_D_FMT", ""},
    {131119, "ALT_DIGITS", ""},
    {131120, "ERA_D_T_FMT", ""},
    {131121, "ERA_T_FMT", ""},
    {131072, "ABDAY_1", "Sun"},
    {131073, "ABDAY_2", "Mon"},
    {131074, "ABDAY_3", "Tue"},
    {131075, "ABDAY_4", "Wed"},
    {131076, "ABDAY_5", "Thu"},
    {131077, "ABDAY_6", "Fri"},
    {131078, "ABDAY_7", "Sat"},
    {131079, "DAY_1", "Sunday"},
    {131080, "DAY_2", "Monday"},
    {131081, "DAY_3", "Tuesday"},
    {131082, "DAY_4", "Wednesday"},
    {131083, "DAY_5", "Thursday"},
    {131084, "DAY_6", "Friday"},
    {131085, "DAY_7", "Saturday"},
    {131086, "ABMON_1", "Jan"},
    {131087, "ABMON_2", "Feb"},
    {131088, "ABMON_3", "Mar"},
    {131089, "ABMON_4", "Apr"},
    {131090, "ABMON_5", "May"},
    {131091, "ABMON_6", "Jun"},
    {131092, "ABMON_7", "Jul"},
    {131093, "ABMON_8", "Aug"},
    {131094, "ABMON_9", "Sep"},
    {131095, "ABMON_10", "Oct"},
    {131096, "ABMON_11", "Nov"},
    {131097, "ABMON_12", "Dec"},
    {131098, "MON_1", "January"},
    {131099, "MON_2", "February"},
    {131100, "MON_3", "March"},
    {131101, "MON_4", "April"},
    {131102, "MON_5", "May"},
    {131103, "MON_6", "June"},
    {131104, "MON_7", "July"},
    {131105, "MON_8", "August"},
    {131106, "MON_9", "September"},
    {131107, "MON_10", "October"},
    {131108, "MON_11", "November"},
    {131109, "MON_12", "December"},
};

Ref locale_nl_langinfo(Thread& t, int64_t key) {
    for (const LanguageItem& item : kItems)
        if (item.key == key) return str_from_ascii(t, item.text);
    return raise(t, Exc::ValueError, "unsupported langinfo constant");
}

Status locale_exec(Thread& t, ModuleObject* module) {
    constexpr const char* kNames[] = {"LC_CTYPE",    "LC_NUMERIC",  "LC_TIME", "LC_COLLATE",
                                      "LC_MONETARY", "LC_MESSAGES", "LC_ALL"};
    for (int i = 0; i < kCategories; ++i) TRY(module_set_int(t, module, kNames[i], i));
    TRY(module_set_int(t, module, "CHAR_MAX", CHAR_MAX));
    for (const LanguageItem& item : kItems) TRY(module_set_int(t, module, item.name, item.key));
    Ref name = TRY(str_from_ascii(t, "Error")), module_name = TRY(str_from_ascii(t, "locale"));
    Value base = Value::object(t.interp.exceptions[static_cast<size_t>(Exc::Exception)]);
    RefTo<TupleObject> bases = TRY(tuple_pack(t, {base}));
    RefTo<DictObject> ns = TRY(dict_new(t));
    TRY(dict_set_str(t, ns.get(), t.interp.names.dunder_module, module_name));
    Ref error = TRY(call(t, Value::object(t.interp.type(Kind::Type)), name, bases.value(), ns.value()));
    return module_set(t, module, "Error", error);
}

constexpr MethodDef kFunctions[] = {
    function<locale_localeconv>("localeconv", "()", "How numbers and money are written."),
    function<locale_nl_langinfo>("nl_langinfo", "(key, /)", "A text of the locale."),
    function<locale_setlocale>("setlocale", "(module, category, locale=None, /)", "Set or ask the locale."),
    function<locale_strcoll>("strcoll", "(a, b, /)", "Compare two strings: negative, zero or positive."),
    function<locale_strxfrm>("strxfrm", "(string, /)", "A string to compare by."),
};

}  // namespace

extern const ModuleDef kLocaleModule;
constinit const ModuleDef kLocaleModule = {"_locale", "The locale.", kFunctions, locale_exec};

}  // namespace krait
