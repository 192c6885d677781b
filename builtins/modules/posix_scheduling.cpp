// How the scheduler treats processes, and waiting for children with what they used.
#include <sched.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "builtins/modules/posix_objects.h"
#include "builtins/modules/posix_process.h"
#include "builtins/modules/system_call.h"
#include "builtins/types/text_support.h"

namespace krait {

namespace {

Status check(Thread& t, int64_t result) {
    if (result >= 0) return ok();
    return raise_errno(t);
}

// ------------------------------------------------------------------------------------------------ scheduling

constexpr MemberDef kParamFields[] = {struct_field(0, "sched_priority", "the scheduling priority")};
constexpr char kParamSignature[] = "(sched_priority)";
constexpr SignatureInfo kParamInfo = parse_signature(kParamSignature);

Value sched_param_new(Thread& t, TypeObject* type, const CallArgs& args) {
    BoundArgs bound = bind_arguments(t, "sched_param", kParamInfo, kParamSignature, args);
    if (bound.failed()) return Value::error();
    return struct_sequence_new(t, type, &bound.slots[0], 1).release();
}
constexpr TypeSpec sched_param_spec() {
    TypeSpec spec = struct_sequence_spec("posix.sched_param", "Parameters of scheduling: the priority.", kParamFields);
    spec.slots.new_ = sched_param_new;
    spec.new_signature = kParamSignature;
    return spec;
}
constexpr TypeSpec kParamSpec = sched_param_spec();
constexpr MemberDef kWaitFields[] = {struct_field(0, "si_pid", nullptr), struct_field(1, "si_uid", nullptr),
                                     struct_field(2, "si_signo", nullptr), struct_field(3, "si_status", nullptr),
                                     struct_field(4, "si_code", nullptr)};
constexpr TypeSpec kWaitSpec =
    struct_sequence_spec("posix.waitid_result", "What waitid() says of a child.", kWaitFields);

Fallible<sched_param> param_argument(Thread& t, Value v) {
    PosixState* state = TRY(posix_state(t));
    if (type_of(t, v) != state->sched_param) return raise(t, Exc::TypeError, "must have a sched_param object");
    int64_t priority = TRY(index_to_i64(t, v.as<TupleObject>()->items[0]));
    if (priority < INT32_MIN || priority > INT32_MAX)
        return raise(t, Exc::OverflowError, "sched_priority out of range");
    sched_param param{};
    param.sched_priority = static_cast<int>(priority);
    return param;
}
Ref posix_sched_getparam(Thread& t, int pid) {
    sched_param param;
    TRY(check(t, sched_getparam(pid, &param)));
    PosixState* state = TRY(posix_state(t));
    Value priority = Value::small_int(param.sched_priority);
    return struct_sequence_new(t, state->sched_param, &priority, 1);
}
Status posix_sched_setparam(Thread& t, int pid, Value value) {
    sched_param param = TRY(param_argument(t, value));
    return check(t, sched_setparam(pid, &param));
}
Status posix_sched_setscheduler(Thread& t, int pid, int policy, Value value) {
    sched_param param = TRY(param_argument(t, value));
    return check(t, sched_setscheduler(pid, policy, &param));
}
template <auto F>
Fallible<int64_t> checked_int(Thread& t, int argument) {
    int64_t result = F(argument);
    TRY(check(t, result));
    return result;
}
Fallible<double> posix_sched_rr_get_interval(Thread& t, int pid) {
    timespec interval;
    TRY(check(t, sched_rr_get_interval(pid, &interval)));
    return static_cast<double>(interval.tv_sec) + 1e-9 * static_cast<double>(interval.tv_nsec);
}
Ref posix_sched_rr(Thread& t, int pid) {
    double seconds = TRY(posix_sched_rr_get_interval(t, pid));
    return make_float(t, seconds);
}
Status posix_sched_setaffinity(Thread& t, int pid, Value mask) {
    RefTo<ListObject> cpus = TRY(to_list(t, mask));
    cpu_set_t set;
    CPU_ZERO(&set);
    for (uint32_t i = 0; i < cpus->size; ++i) {
        Ref item = own(cpus->items[i]);
        if (!is_int_like(item))
            return raise(t, Exc::TypeError, "expected an iterator of ints, but iterator yielded %.200s",
                         repr_utf8(t, Value::object(type_of(t, item))).c_str());
        int64_t cpu = TRY(int_to_i64(t, item, "Python int too large to convert to C long"));
        if (cpu < 0) return raise(t, Exc::ValueError, "negative CPU number");
        if (cpu > INT32_MAX) return raise(t, Exc::OverflowError, "CPU number too large");
        if (cpu < CPU_SETSIZE) CPU_SET(static_cast<size_t>(cpu), &set);
    }
    return check(t, sched_setaffinity(pid, sizeof set, &set));
}

// ------------------------------------------------------------------------------------------------ waiting

Ref seconds_of(Thread& t, const timeval& time) {
    return make_float(t, static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec));
}
Ref usage_object(Thread& t, const rusage& usage) {
    Ref module = TRY(import_module(t, "resource"));
    StrObject* name = intern_utf8(t, "struct_rusage");
    if (!name) return Failed{};
    Ref type = TRY(get_attribute(t, module, name));
    RefTo<ListObject> fields = TRY(list_new(t));
    for (const timeval& time : {usage.ru_utime, usage.ru_stime})
        TRY(list_append(t, fields.get(), Ref(TRY(seconds_of(t, time)))));
    for (long n : {usage.ru_maxrss, usage.ru_ixrss, usage.ru_idrss, usage.ru_isrss, usage.ru_minflt, usage.ru_majflt,
                   usage.ru_nswap, usage.ru_inblock, usage.ru_oublock, usage.ru_msgsnd, usage.ru_msgrcv,
                   usage.ru_nsignals, usage.ru_nvcsw, usage.ru_nivcsw})
        TRY(list_append(t, fields.get(), Ref(TRY(make_int(t, n)))));
    return call(t, type, fields.value());
}
Ref posix_wait4(Thread& t, int pid, int options) {
    int status = 0;
    rusage usage{};
    int64_t child = TRY(
        blocking_call(t, [&] { return wait4(pid, &status, options, &usage); }));
    Ref used = TRY(usage_object(t, usage));
    return tuple_pack(t, {Value::from_int_unchecked(child), Value::small_int(status), used});
}
Ref posix_wait3(Thread& t, int options) { return posix_wait4(t, -1, options); }
Ref posix_waitid(Thread& t, int kind, int id, int options) {
    siginfo_t info{};
    TRY(blocking_call(t, [&] {
        return waitid(static_cast<idtype_t>(kind), static_cast<id_t>(id), &info, options);
    }));
    if (info.si_pid == 0) return own(Value::none());
    PosixState* state = TRY(posix_state(t));
    const Value values[] = {Value::from_int_unchecked(info.si_pid), Value::from_int_unchecked(info.si_uid),
                            Value::small_int(info.si_signo), Value::small_int(info.si_status),
                            Value::small_int(info.si_code)};
    return struct_sequence_new(t, state->waitid_result, values, 5);
}

constexpr MethodDef kFunctions[] = {
    function<checked_int<sched_get_priority_max>>("sched_get_priority_max", "(policy)",
                                                  "The highest priority of a policy."),
    function<checked_int<sched_get_priority_min>>("sched_get_priority_min", "(policy)",
                                                  "The lowest priority of a policy."),
    function<posix_sched_getparam>("sched_getparam", "(pid, /)", "The scheduling parameters of a process."),
    function<checked_int<sched_getscheduler>>("sched_getscheduler", "(pid, /)", "The scheduling policy of a process."),
    function<posix_sched_rr>("sched_rr_get_interval", "(pid, /)", "The time slice of a process in seconds."),
    function<posix_sched_setaffinity>("sched_setaffinity", "(pid, mask, /)", "Set the CPUs a process may run on."),
    function<posix_sched_setparam>("sched_setparam", "(pid, param, /)",
                                   "Set the scheduling parameters of a process."),
    function<posix_sched_setscheduler>("sched_setscheduler", "(pid, policy, param, /)",
                                       "Set policy and parameters."),
    function<posix_wait3>("wait3", "(options)", "Wait for a child: (pid, status, what it used)."),
    function<posix_wait4>("wait4", "(pid, options)", "Wait for a certain child: (pid, status, what it used)."),
    function<posix_waitid>("waitid", "(idtype, id, options, /)",
                           "Wait for a change of children; None when there is none."),
};

constexpr SystemConstant kConstants[] = {
    {"SCHED_BATCH", SCHED_BATCH}, {"SCHED_IDLE", SCHED_IDLE}, {"SCHED_RESET_ON_FORK", SCHED_RESET_ON_FORK},
};

Status add_type(Thread& t, ModuleObject* module, const char* name, const TypeSpec& spec, size_t visible,
                TypeObject** place) {
    if (!*place) *place = TRY(struct_sequence_type(t, spec, visible)).release();
    return module_set(t, module, name, Value::object(*place));
}

}  // namespace

Status add_posix_scheduling(Thread& t, ModuleObject* module) {
    Ref module_name = TRY(str_from_ascii(t, "posix"));
    for (const MethodDef& row : kFunctions) {
        Ref function = TRY(native_function_new(t, &row, Value::object(module), module_name));
        TRY(module_set(t, module, row.name, function));
    }
    PosixState* state = TRY(posix_state(t));
    TRY(add_type(t, module, "sched_param", kParamSpec, 1, &state->sched_param));
    TRY(add_type(t, module, "waitid_result", kWaitSpec, 5, &state->waitid_result));
    return add_constants(t, module, kConstants);
}

}  // namespace krait
