// time: clocks and sleeping through the Host, calendar time through the C library's time zone.
#include <algorithm>
#include <cerrno>
#include <cmath>
#include <ctime>

#include "builtins/types/struct_sequence.h"
#include "support/utf8.h"
#include "vm/object/module_object.h"
#include "vm/object/number_object.h"
#include "vm/protocol/protocol.h"
#include "vm/runtime/gate.h"
#include "vm/runtime/host.h"

namespace krait {
namespace {

constexpr int64_t kSecond = 1000000000;

// Text of the C library: zone names come from the environment and may be anything.
Ref system_text(Thread& t, std::string_view text) {
    return utf8_validate(text).fault == Utf8Fault::None ? str_from_utf8(t, text) : str_from_latin1(t, text);
}

// Owned by the module, so that `del time.struct_time` hurts nobody.
TypeObject* struct_time_type(ModuleObject* module) { return static_cast<TypeObject*>(module->state); }

// ------------------------------------------------------------------------------------------------ clocks
Ref seconds(Thread& t, int64_t ns) {
    double whole = static_cast<double>(ns / kSecond), part = static_cast<double>(ns % kSecond);
    return make_float(t, whole + part * 1e-9);
}
Ref time_time(Thread& t) { return seconds(t, t.interp.host->wall_time_ns()); }
Ref time_monotonic(Thread& t) { return seconds(t, t.interp.host->monotonic_ns()); }
Ref time_process_time(Thread& t) { return seconds(t, t.interp.host->cpu_time_ns()); }
Ref time_thread_time(Thread& t) { return seconds(t, t.interp.host->thread_time_ns()); }
Ref time_clock(Thread& t) { return make_float(t, static_cast<double>(t.interp.host->cpu_time_ns() / 1000) / 1e6); }

// The same in nanoseconds.
Ref time_time_ns(Thread& t) { return make_int(t, t.interp.host->wall_time_ns()); }
Ref time_monotonic_ns(Thread& t) { return make_int(t, t.interp.host->monotonic_ns()); }
Ref time_process_time_ns(Thread& t) { return make_int(t, t.interp.host->cpu_time_ns()); }
Ref time_thread_time_ns(Thread& t) { return make_int(t, t.interp.host->thread_time_ns()); }

constexpr struct {
    const char *name, *implementation;
    bool monotonic, adjustable;
    double resolution;
} CLOCKS[] = {
    {"time", "clock_gettime(CLOCK_REALTIME)", false, true, 1e-9},
    {"clock", "clock()", true, false, 1e-6},
    {"monotonic", "clock_gettime(CLOCK_MONOTONIC)", true, false, 1e-9},
    {"perf_counter", "clock_gettime(CLOCK_MONOTONIC)", true, false, 1e-9},
    {"process_time", "clock_gettime(CLOCK_PROCESS_CPUTIME_ID)", true, false, 1e-9},
    {"thread_time", "clock_gettime(CLOCK_THREAD_CPUTIME_ID)", true, false, 1e-9},
};

Ref time_get_clock_info(Thread& t, StrObject* name) {
    for (const auto& clock : CLOCKS) {
        if (!str_equals_ascii(name, clock.name)) continue;
        RefTo<DictObject> fields = TRY(dict_new(t));
        auto set = [&](const char* key, Value value) -> Status {
            StrObject* interned = intern_utf8(t, key);
            return interned ? dict_set_str(t, fields.get(), interned, value) : Status(Failed{});
        };
        Ref implementation = TRY(str_from_ascii(t, clock.implementation)),
            resolution = TRY(make_float(t, clock.resolution));
        TRY(set("implementation", implementation));
        TRY(set("monotonic", Value::boolean(clock.monotonic)));
        TRY(set("adjustable", Value::boolean(clock.adjustable)));
        TRY(set("resolution", resolution));
        return call_with_dict(t, Value::object(t.interp.type(Kind::SimpleNamespace)), t.interp.empty_tuple,
                              fields.get());
    }
    return raise(t, Exc::ValueError, "unknown clock");
}

// By the numbers of clock_gettime(); false: OSError is pending.
Fallible<int64_t> read_clock(Thread& t, int64_t id) {
    switch (id) {
        case CLOCK_REALTIME: return t.interp.host->wall_time_ns();
        case CLOCK_MONOTONIC:
#ifdef CLOCK_MONOTONIC_RAW
        case CLOCK_MONOTONIC_RAW:
#endif
            return t.interp.host->monotonic_ns();
        case CLOCK_PROCESS_CPUTIME_ID: return t.interp.host->cpu_time_ns();
        case CLOCK_THREAD_CPUTIME_ID: return t.interp.host->thread_time_ns();
        default: return raise_os_error(t, EINVAL, Value::unbound());
    }
}
Ref time_clock_gettime(Thread& t, int64_t id) { return seconds(t, TRY(read_clock(t, id))); }
Ref time_clock_gettime_ns(Thread& t, int64_t id) { return make_int(t, TRY(read_clock(t, id))); }
Ref time_clock_getres(Thread& t, int64_t id) {
    (void)TRY(read_clock(t, id));
    return make_float(t, 1e-9);
}
// Nobody's clock is set from here.
Status time_clock_settime(Thread& t, int64_t id, Value) {
    (void)TRY(read_clock(t, id));
    return raise_os_error(t, id == CLOCK_REALTIME ? EPERM : EINVAL, Value::unbound());
}

// ------------------------------------------------------------------------------------------------ numbers to times
// Seconds since the epoch, rounded down; None or nothing: now.
Fallible<int64_t> time_argument(Thread& t, Value v) {
    if (v.is_unbound() || v.is_none()) return t.interp.host->wall_time_ns() / kSecond;
    int64_t n;
    if (is_float_like(v)) {
        double x = std::floor(float_value(v));
        if (std::isnan(x)) return raise(t, Exc::ValueError, "Invalid value NaN (not a number)");
        if (x >= -0x1p63 && x < 0x1p63) return static_cast<int64_t>(x);
    } else {
        Ref number = TRY(integer_argument(t, v));
        if (int_fits_i64(number, &n)) return n;
    }
    return raise(t, Exc::OverflowError, "timestamp out of range for platform time_t");
}

Fallible<int64_t> sleep_argument(Thread& t, Value v) {
    int64_t n;
    if (is_float_like(v)) {
        double x = float_value(v);
        if (std::isnan(x)) return raise(t, Exc::ValueError, "Invalid value NaN (not a number)");
        x = x < 0 ? std::floor(x * 1e9) : std::ceil(x * 1e9);
        if (x >= -0x1p63 && x < 0x1p63) return static_cast<int64_t>(x);
    } else {
        Ref number = TRY(integer_argument(t, v));
        if (int_fits_i64(number, &n) && !__builtin_mul_overflow(n, kSecond, &n)) return n;
    }
    return raise(t, Exc::OverflowError, "timestamp too large to convert to C _PyTime_t");
}

// In short pieces, so that limits and signals are noticed. Hosts without a clock count the pieces.
Status time_sleep(Thread& t, Value duration) {
    int64_t left = TRY(sleep_argument(t, duration));
    if (left < 0) return raise(t, Exc::ValueError, "sleep length must be non-negative");
    constexpr int64_t kPiece = 20000000;
    Host& host = *t.interp.host;
    while (left > 0) {
        int64_t piece = std::min(left, kPiece), before = host.monotonic_ns();
        {
            OutsideGate outside(t);
            host.sleep_ns(piece);
        }
        int64_t passed = host.monotonic_ns() - before;
        left -= passed > 0 ? passed : piece;
        TRY(slow_tick(t));
    }
    return ok();
}

// ------------------------------------------------------------------------------------------------ struct_time
constexpr size_t kVisible = 9, kFields = 11;

Ref struct_time_from(Thread& t, ModuleObject* module, const tm& parts) {
    Ref zone = TRY(system_text(t, parts.tm_zone ? parts.tm_zone : ""));
    Ref year = TRY(make_int(t, int64_t{parts.tm_year} + 1900));
    Value values[kFields] = {year,
                             Value::small_int(parts.tm_mon + 1),
                             Value::small_int(parts.tm_mday),
                             Value::small_int(parts.tm_hour),
                             Value::small_int(parts.tm_min),
                             Value::small_int(parts.tm_sec),
                             Value::small_int((parts.tm_wday + 6) % 7),   // Monday is 0
                             Value::small_int(parts.tm_yday + 1),
                             Value::small_int(parts.tm_isdst),
                             zone,
                             Value::small_int(static_cast<int>(parts.tm_gmtoff))};
    return struct_sequence_new(t, struct_time_type(module), values, kFields);
}

// Where the host gives no more than a clock, local time is UTC: the zone would tell of the machine.
bool has_zone(Thread& t) { return t.interp.host->system_access(); }

Fallible<tm> calendar(Thread& t, int64_t when, bool local) {
    tm parts{};
    time_t seconds_since = static_cast<time_t>(when);
    errno = 0;
    if (!(local && has_zone(t) ? localtime_r(&seconds_since, &parts) : gmtime_r(&seconds_since, &parts)))
        return raise_os_error(t, errno ? errno : EINVAL, Value::unbound());
    return parts;
}
Ref time_gmtime(Thread& t, ModuleObject* module, Value when) {
    return struct_time_from(t, module, TRY(calendar(t, TRY(time_argument(t, when)), false)));
}
Ref time_localtime(Thread& t, ModuleObject* module, Value when) {
    return struct_time_from(t, module, TRY(calendar(t, TRY(time_argument(t, when)), true)));
}

// A time from Python: the broken down parts, and the zone's name they refer to.
struct TimeParts {
    tm parts{};
    std::string zone;
};

Fallible<int> int_part(Thread& t, Value v) {
    if (is_float_like(v)) return raise(t, Exc::TypeError, "integer argument expected, got float");
    Ref number = TRY(integer_argument(t, v));
    int64_t n;
    bool fits = int_fits_i64(number, &n);
    if (!fits) n = int_sign(number) < 0 ? INT64_MIN : INT64_MAX;
    if (n > INT32_MAX) return raise(t, Exc::OverflowError, "signed integer is greater than maximum");
    if (n < INT32_MIN) return raise(t, Exc::OverflowError, "signed integer is less than minimum");
    return static_cast<int>(n);
}

Fallible<TimeParts> parts_argument(Thread& t, ModuleObject* module, Value v) {
    TupleObject* tuple = as_tuple(v);
    if (!tuple) return raise(t, Exc::TypeError, "Tuple or struct_time argument required");
    if (tuple->size != kVisible)
        return raise(t, Exc::TypeError, "function takes exactly 9 arguments (%u given)", tuple->size);
    int n[kVisible];
    for (size_t i = 0; i < kVisible; ++i) n[i] = TRY(int_part(t, tuple->items[i]));
    if (n[0] < INT32_MIN + 1900) return raise(t, Exc::OverflowError, "year out of range");
    TimeParts result;
    tm& parts = result.parts;
    parts.tm_year = n[0] - 1900;
    parts.tm_mon = static_cast<int>(int64_t{n[1]} - 1 < INT32_MIN ? INT32_MIN : int64_t{n[1]} - 1);
    parts.tm_mday = n[2];
    parts.tm_hour = n[3];
    parts.tm_min = n[4];
    parts.tm_sec = n[5];
    parts.tm_wday = static_cast<int>((int64_t{n[6]} + 1) % 7);
    parts.tm_yday = static_cast<int>(int64_t{n[7]} - 1 < INT32_MIN ? INT32_MIN : int64_t{n[7]} - 1);
    parts.tm_isdst = n[8];
    if (tuple->type == struct_time_type(module)) {
        if (StrObject* zone = as_str(tuple->items[kVisible])) result.zone = str_to_utf8(zone);
        Value offset = tuple->items[kVisible + 1];
        if (!offset.is_none()) parts.tm_gmtoff = TRY(int_part(t, offset));
    }
    return result;
}

// The C library reads tables by these: everything within bounds. Zero month, day and day of the year mean the first.
Status check_parts(Thread& t, tm& parts) {
    auto refuse = [&](const char* what) { return raise(t, Exc::ValueError, "%s out of range", what); };
    if (parts.tm_mon == -1) parts.tm_mon = 0;
    else if (parts.tm_mon < 0 || parts.tm_mon > 11) return refuse("month");
    if (parts.tm_mday == 0) parts.tm_mday = 1;
    else if (parts.tm_mday < 0 || parts.tm_mday > 31) return refuse("day of month");
    if (parts.tm_hour < 0 || parts.tm_hour > 23) return refuse("hour");
    if (parts.tm_min < 0 || parts.tm_min > 59) return refuse("minute");
    if (parts.tm_sec < 0 || parts.tm_sec > 61) return refuse("seconds");
    if (parts.tm_wday < 0) return refuse("day of week");
    if (parts.tm_yday == -1) parts.tm_yday = 0;
    else if (parts.tm_yday < 0 || parts.tm_yday > 365) return refuse("day of year");
    return ok();
}
// Parts of the argument, or of now when there is none; checked.
Fallible<TimeParts> checked_parts(Thread& t, ModuleObject* module, Value v) {
    TimeParts result;
    if (v.is_unbound()) {
        result.parts = TRY(calendar(t, TRY(time_argument(t, v)), true));
        result.zone = result.parts.tm_zone ? result.parts.tm_zone : "";
    } else {
        result = TRY(parts_argument(t, module, v));
    }
    TRY(check_parts(t, result.parts));
    return result;
}

Ref text_of(Thread& t, const tm& parts) {
    constexpr const char* kDays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr const char* kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    return str_format_c(t, "%s %s%3d %.2d:%.2d:%.2d %lld", kDays[parts.tm_wday], kMonths[parts.tm_mon], parts.tm_mday,
                        parts.tm_hour, parts.tm_min, parts.tm_sec, int64_t{parts.tm_year} + 1900LL);
}
Ref time_asctime(Thread& t, ModuleObject* module, Value v) {
    return text_of(t, TRY(checked_parts(t, module, v)).parts);
}
Ref time_ctime(Thread& t, Value when) { return text_of(t, TRY(calendar(t, TRY(time_argument(t, when)), true))); }

Ref time_mktime(Thread& t, ModuleObject* module, Value v) {
    tm parts = TRY(parts_argument(t, module, v)).parts;
    parts.tm_wday = -1;   // stays when the C library refuses
    time_t when = has_zone(t) ? mktime(&parts) : timegm(&parts);
    if (when == static_cast<time_t>(-1) && parts.tm_wday == -1)
        return raise(t, Exc::OverflowError, "mktime argument out of range");
    return make_float(t, static_cast<double>(when));
}

// The C library says 0 both for no text and for no room: room is doubled up to a bound.
Ref time_strftime(Thread& t, ModuleObject* module, StrObject* format, Value v) {
    TimeParts time = TRY(checked_parts(t, module, v));
    time.parts.tm_isdst = std::clamp(time.parts.tm_isdst, -1, 1);
    if (time.zone.empty() && !has_zone(t)) time.zone = "UTC";
    if (!time.zone.empty()) time.parts.tm_zone = time.zone.c_str();
    if (str_find_char(format, 0, 0, format->length) >= 0) return raise(t, Exc::ValueError, "embedded null character");
    std::string text = TRY(str_to_utf8_strict(t, format));
    if (text.empty()) return str_from_ascii(t, "");
    for (size_t room = 1024;; room *= 2) {
        char* buffer = static_cast<char*>(t.heap.allocate_buffer(room));
        if (!buffer) return raise_memory_error(t);
        size_t length = strftime(buffer, room, text.c_str(), &time.parts);
        bool done = length > 0 || room >= 256 * text.size();
        Ref result = done ? system_text(t, {buffer, length}) : Ref();
        t.heap.free_buffer(buffer, room);
        if (done) return result;
        TRY(charge_work(t, room / 16));
    }
}

Ref time_strptime(Thread& t, Args args) {
    Ref module = TRY(import_module(t, "_strptime"));
    StrObject* name = intern_utf8(t, "_strptime_time");
    if (!name) return Failed{};
    Ref function = TRY(get_attribute(t, module, name));
    return call(t, function, CallArgs{args.items, args.count, nullptr});
}

// ------------------------------------------------------------------------------------------------ time zone
Status set_utc(Thread& t, ModuleObject* module) {
    for (const char* name : {"timezone", "altzone", "daylight"}) TRY(module_set_int(t, module, name, 0));
    Ref name = TRY(str_from_ascii(t, "UTC"));
    Ref names = TRY(tuple_pack(t, {name, name}));
    return module_set(t, module, "tzname", names);
}

Status set_zone(Thread& t, ModuleObject* module) {
    if (!has_zone(t)) return set_utc(t, module);
    ::tzset();
    TRY(module_set_int(t, module, "timezone", ::timezone));
    // Zones with summer time are taken to move by the difference of January and July.
    time_t now = static_cast<time_t>(t.interp.host->wall_time_ns() / kSecond);
    tm parts{};
    long offsets[2] = {-::timezone, -::timezone};
    if (localtime_r(&now, &parts)) {
        for (int i = 0; i < 2; ++i) {
            tm middle{};
            middle.tm_year = parts.tm_year;
            middle.tm_mon = i * 6;
            middle.tm_mday = 1;
            middle.tm_isdst = -1;
            if (mktime(&middle) != static_cast<time_t>(-1)) offsets[i] = middle.tm_gmtoff;
        }
    }
    TRY(module_set_int(t, module, "altzone", -std::max(offsets[0], offsets[1])));
    TRY(module_set_int(t, module, "daylight", ::daylight != 0));
    Ref standard = TRY(system_text(t, ::tzname[0])), summer = TRY(system_text(t, ::tzname[1]));
    Ref names = TRY(tuple_pack(t, {standard, summer}));
    return module_set(t, module, "tzname", names);
}

// The environment of a script is a dict of its own; the C library looks into that of the process.
Status use_zone_of_script(Thread& t) {
    StrObject* name = intern_utf8(t, "posix");
    if (!name) return Failed{};
    Ref posix = own(dict_get_str(t, t.interp.modules, name));
    if (posix.failed()) return Failed{};
    if (!layout_is(posix, Kind::Module) || !t.interp.host->system_access()) return ok();
    StrObject* attribute = intern_utf8(t, "environ");
    if (!attribute) return Failed{};
    Ref environment = TRY(lookup_attribute(t, posix, attribute));
    DictObject* dict = as_dict(environment);
    if (!dict) return ok();
    Ref key = TRY(bytes_from(t, "TZ"));
    Ref zone = own(TRY(dict_get(t, dict, key)));
    if (BytesObject* text = as_bytes(zone)) ::setenv("TZ", std::string(text->view()).c_str(), 1);
    else ::unsetenv("TZ");
    return ok();
}

Status time_tzset(Thread& t, ModuleObject* module) {
    TRY(use_zone_of_script(t));
    return set_zone(t, module);
}

// ------------------------------------------------------------------------------------------------ tables
constexpr MethodDef FUNCTIONS[] = {
    function<time_asctime>(
        "asctime", "(module, tuple=None, /)",
        "asctime([tuple]) -> string\n\nConvert a time tuple to a string, e.g. 'Sat Jun 06 16:26:11 1998'.\n"
        "Without a tuple, the current local time is used."),
    function<time_clock>("clock", "()", "clock() -> floating point number\n\nCPU time of the process in seconds."),
    function<time_clock_getres>("clock_getres", "(clk_id, /)",
                                "clock_getres(clk_id) -> floating point number\n\nResolution of a clock."),
    function<time_clock_gettime>("clock_gettime", "(clk_id, /)",
                                 "clock_gettime(clk_id) -> floating point number\n\nTime of a clock."),
    function<time_clock_gettime_ns>("clock_gettime_ns", "(clk_id, /)",
                                    "clock_gettime_ns(clk_id) -> int\n\nTime of a clock in nanoseconds."),
    function<time_clock_settime>("clock_settime", "(clk_id, time, /)",
                                 "clock_settime(clk_id, time)\n\nSet the time of a clock."),
    function<time_ctime>(
        "ctime", "(seconds=None, /)",
        "ctime(seconds) -> string\n\nConvert a time in seconds since the Epoch to a string in local time,\n"
        "as asctime(localtime(seconds)) does."),
    function<time_get_clock_info>("get_clock_info", "(name)",
                                  "get_clock_info(name: str) -> dict\n\nGet information of the specified clock."),
    function<time_gmtime>(
        "gmtime", "(module, seconds=None, /)",
        "gmtime([seconds]) -> struct_time\n\nConvert seconds since the Epoch to a time tuple in UTC; now by default."),
    function<time_localtime>("localtime", "(module, seconds=None, /)",
                             "localtime([seconds]) -> struct_time\n\nConvert seconds since the Epoch to a time tuple "
                             "in local time; now by default."),
    function<time_mktime>(
        "mktime", "(module, tuple, /)",
        "mktime(tuple) -> floating point number\n\nConvert a time tuple in local time to seconds since the Epoch."),
    function<time_monotonic>("monotonic", "()", "monotonic() -> float\n\nMonotonic clock, cannot go backward."),
    function<time_monotonic>("perf_counter", "()", "perf_counter() -> float\n\nPerformance counter for benchmarking."),
    function<time_monotonic_ns>("monotonic_ns", "()", "monotonic_ns() -> int\n\nmonotonic() in nanoseconds."),
    function<time_monotonic_ns>("perf_counter_ns", "()", "perf_counter_ns() -> int\n\nperf_counter() in nanoseconds."),
    function<time_process_time>("process_time", "()",
                                "process_time() -> float\n\nCPU time of the process, in the system and outside."),
    function<time_process_time_ns>("process_time_ns", "()",
                                   "process_time_ns() -> int\n\nprocess_time() in nanoseconds."),
    function<time_sleep>("sleep", "(seconds, /)",
                         "sleep(seconds)\n\nDelay execution for a given number of seconds, which may be a float."),
    function<time_strftime>("strftime", "(module, format, tuple=None, /)",
                            "strftime(format[, tuple]) -> string\n\nConvert a time tuple (the current local time by "
                            "default) to a string by a format."),
    function<time_strptime>("strptime", "(*args)",
                            "strptime(string, format) -> struct_time\n\nParse a string to a time tuple by a format."),
    function<time_thread_time>("thread_time", "()", "thread_time() -> float\n\nCPU time of the thread."),
    function<time_thread_time_ns>("thread_time_ns", "()", "thread_time_ns() -> int\n\nthread_time() in nanoseconds."),
    function<time_time_ns>("time_ns", "()",
                           "time_ns() -> int\n\nReturn the current time in nanoseconds since the Epoch."),
    function<time_time>("time", "()",
                        "time() -> floating point number\n\nReturn the current time in seconds since the Epoch."),
    function<time_tzset>("tzset", "(module)", "tzset()\n\nRead the local time zone anew from the environment."),
};

constexpr MemberDef FIELDS[] = {
    struct_field(0, "tm_year", "year, for example, 1993"),
    struct_field(1, "tm_mon", "month of year, range [1, 12]"),
    struct_field(2, "tm_mday", "day of month, range [1, 31]"),
    struct_field(3, "tm_hour", "hours, range [0, 23]"),
    struct_field(4, "tm_min", "minutes, range [0, 59]"),
    struct_field(5, "tm_sec", "seconds, range [0, 61])"),
    struct_field(6, "tm_wday", "day of week, range [0, 6], Monday is 0"),
    struct_field(7, "tm_yday", "day of year, range [1, 366]"),
    struct_field(8, "tm_isdst", "1 if summer time is in effect, 0 if not, and -1 if unknown"),
    struct_field(9, "tm_zone", "abbreviation of timezone name"),
    struct_field(10, "tm_gmtoff", "offset from UTC in seconds"),
};
constexpr TypeSpec kStructTimeSpec = struct_sequence_spec(
    "time.struct_time",
    "The time value as gmtime(), localtime() and strptime() return it and asctime(), mktime() and strftime() take it.\n"
    "A sequence of 9 integers; tm_year is the actual year.",
    FIELDS);

Status time_exec(Thread& t, ModuleObject* module) {
    TypeObject* type = TRY(module_add_struct_sequence(t, module, kStructTimeSpec, kVisible));
    incref(static_cast<Object*>(type));
    module_own_state(module, type);
    TRY(module_set_int(t, module, "_STRUCT_TM_ITEMS", static_cast<int64_t>(kFields)));
    TRY(module_set_int(t, module, "CLOCK_REALTIME", CLOCK_REALTIME));
    TRY(module_set_int(t, module, "CLOCK_MONOTONIC", CLOCK_MONOTONIC));
    TRY(module_set_int(t, module, "CLOCK_PROCESS_CPUTIME_ID", CLOCK_PROCESS_CPUTIME_ID));
    TRY(module_set_int(t, module, "CLOCK_THREAD_CPUTIME_ID", CLOCK_THREAD_CPUTIME_ID));
#ifdef CLOCK_MONOTONIC_RAW
    TRY(module_set_int(t, module, "CLOCK_MONOTONIC_RAW", CLOCK_MONOTONIC_RAW));
#endif
    return set_zone(t, module);
}

}  // namespace

extern const ModuleDef kTimeModule;
constinit const ModuleDef kTimeModule = {
    .name = "time",
    .doc = "Functions that handle time values: seconds since the Epoch, and tuples of\n"
           "(year, month, day, hours, minutes, seconds, weekday, day of the year, summer time flag).",
    .functions = FUNCTIONS,
    .exec = time_exec};

}  // namespace krait
