// Modules pwd and grp: the system's users and groups.
#include <grp.h>
#include <pwd.h>

#include <cerrno>
#include <string>
#include <vector>

#include "builtins/modules/system_call.h"
#include "builtins/types/struct_sequence.h"
#include "vm/object/module_object.h"

namespace krait {

namespace {

constexpr size_t kRoom = 1 << 20;

constexpr MemberDef kPasswdFields[] = {
    struct_field(0, "pw_name", "user name"),     struct_field(1, "pw_passwd", "password"),
    struct_field(2, "pw_uid", "user id"),        struct_field(3, "pw_gid", "group id"),
    struct_field(4, "pw_gecos", "real name"),    struct_field(5, "pw_dir", "home directory"),
    struct_field(6, "pw_shell", "shell program")};
constexpr TypeSpec kPasswdSpec =
    struct_sequence_spec("pwd.struct_passwd", "An entry of the password database.", kPasswdFields);
constexpr MemberDef kGroupFields[] = {struct_field(0, "gr_name", "group name"),
                                      struct_field(1, "gr_passwd", "password"), struct_field(2, "gr_gid", "group id"),
                                      struct_field(3, "gr_mem", "group members")};
constexpr TypeSpec kGroupSpec =
    struct_sequence_spec("grp.struct_group", "An entry of the group database.", kGroupFields);

TypeObject* result_type(ModuleObject* module) { return static_cast<TypeObject*>(static_cast<Object*>(module->state)); }

Ref text(Thread& t, const char* s) { return s ? str_from_utf8(t, s) : own(Value::none()); }

Ref passwd_result(Thread& t, ModuleObject* module, const passwd& entry) {
    Ref name = TRY(text(t, entry.pw_name)), word = TRY(text(t, entry.pw_passwd)), real = TRY(text(t, entry.pw_gecos));
    Ref home = TRY(text(t, entry.pw_dir)), shell = TRY(text(t, entry.pw_shell));
    Value values[] = {
        name, word, Value::from_int_unchecked(entry.pw_uid), Value::from_int_unchecked(entry.pw_gid), real,
        home, shell};
    return struct_sequence_new(t, result_type(module), values, 7);
}
Ref group_result(Thread& t, ModuleObject* module, const group& entry) {
    Ref name = TRY(text(t, entry.gr_name)), word = TRY(text(t, entry.gr_passwd));
    RefTo<ListObject> members = TRY(list_new(t));
    for (char** member = entry.gr_mem; member && *member; ++member) {
        Ref one = TRY(text(t, *member));
        TRY(list_append(t, members.get(), one));
    }
    Value values[] = {name, word, Value::from_int_unchecked(entry.gr_gid), members.value()};
    return struct_sequence_new(t, result_type(module), values, 4);
}

// A user or group number: what does not fit is nobody's. -1 stands for the largest number.
Fallible<int64_t> number_argument(Thread& t, Value v) {
    if (is_float_like(v) || (!is_int_like(v) && !type_of(t, v)->slots.index))
        return raise(t, Exc::TypeError, "integer argument expected, got %s", type_name_of(t, v));
    Ref n = TRY(as_index(t, v));
    auto small = int_to_bigint(n).to_int64();
    if (!small || *small < -1 || *small > UINT32_MAX) return int64_t{-2};
    return *small & 0xffffffff;
}
Fallible<std::string> name_argument(Thread& t, Value v, const char* function) {
    StrObject* s = as_str(v);
    if (!s) return raise(t, Exc::TypeError, "%s(): argument must be str, not %s", function, type_name_of(t, v));
    std::string name = TRY(str_to_utf8_strict(t, s));
    if (name.find('\0') != std::string::npos) return raise(t, Exc::ValueError, "embedded null byte");
    return name;
}

Ref pwd_getpwuid(Thread& t, ModuleObject* module, Value uid) {
    int64_t n = TRY(number_argument(t, uid));
    passwd entry, *found = nullptr;
    std::vector<char> room(kRoom);
    if (n >= 0) (void)getpwuid_r(static_cast<uid_t>(n), &entry, room.data(), room.size(), &found);
    if (found) return passwd_result(t, module, entry);
    return raise(t, Exc::KeyError, "getpwuid(): uid not found: %s", repr_utf8(t, uid).c_str());
}
Ref pwd_getpwnam(Thread& t, ModuleObject* module, Value wanted) {
    std::string name = TRY(name_argument(t, wanted, "getpwnam"));
    passwd entry, *found = nullptr;
    std::vector<char> room(kRoom);
    if (name.size() <= kLongestUserName) (void)getpwnam_r(name.c_str(), &entry, room.data(), room.size(), &found);
    if (found) return passwd_result(t, module, entry);
    return raise(t, Exc::KeyError, "getpwnam(): name not found: %s", name.c_str());
}
Ref pwd_getpwall(Thread& t, ModuleObject* module) {
    RefTo<ListObject> list = TRY(list_new(t));
    setpwent();
    while (passwd* entry = getpwent()) {
        Ref row = TRY(passwd_result(t, module, *entry));
        TRY(list_append(t, list.get(), row));
    }
    endpwent();
    return list;
}
// What int() takes is taken too, with a warning.
Fallible<int64_t> group_argument(Thread& t, Value id) {
    if (is_int_like(id) || type_of(t, id)->slots.index) return number_argument(t, id);
    TRY(warn(t, Exc::DeprecationWarning, 1, "group id must be int, not %.200s", type_name_of(t, id)));
    Ref whole = TRY(call(t, Value::object(t.interp.type(Kind::Int)), id));
    return number_argument(t, whole);
}
Ref grp_getgrgid(Thread& t, ModuleObject* module, Value id) {
    int64_t n = TRY(group_argument(t, id));
    group entry, *found = nullptr;
    std::vector<char> room(kRoom);
    if (n >= 0) (void)getgrgid_r(static_cast<gid_t>(n), &entry, room.data(), room.size(), &found);
    if (found) return group_result(t, module, entry);
    return raise(t, Exc::KeyError, "getgrgid(): gid not found: %s", repr_utf8(t, id).c_str());
}
Ref grp_getgrnam(Thread& t, ModuleObject* module, Value wanted) {
    std::string name = TRY(name_argument(t, wanted, "getgrnam"));
    group entry, *found = nullptr;
    std::vector<char> room(kRoom);
    if (name.size() <= kLongestUserName) (void)getgrnam_r(name.c_str(), &entry, room.data(), room.size(), &found);
    if (found) return group_result(t, module, entry);
    return raise(t, Exc::KeyError, "getgrnam(): name not found: %s", name.c_str());
}
Ref grp_getgrall(Thread& t, ModuleObject* module) {
    RefTo<ListObject> list = TRY(list_new(t));
    setgrent();
    while (group* entry = getgrent()) {
        Ref row = TRY(group_result(t, module, *entry));
        TRY(list_append(t, list.get(), row));
    }
    endgrent();
    return list;
}

Status add_result_type(Thread& t, ModuleObject* module, const TypeSpec& spec, size_t fields) {
    TypeObject* type = TRY(module_add_struct_sequence(t, module, spec, fields));
    module_own_state(module, own(type).release().as_object());
    return ok();
}
Status pwd_exec(Thread& t, ModuleObject* module) { return add_result_type(t, module, kPasswdSpec, 7); }
Status grp_exec(Thread& t, ModuleObject* module) { return add_result_type(t, module, kGroupSpec, 4); }

constexpr MethodDef kPwdFunctions[] = {
    function<pwd_getpwall>("getpwall", "(module)", "All entries, in no order."),
    function<pwd_getpwnam>("getpwnam", "(module, name, /)", "The entry of a user by name."),
    function<pwd_getpwuid>("getpwuid", "(module, uid, /)", "The entry of a user by number."),
};
constexpr MethodDef kGrpFunctions[] = {
    function<grp_getgrall>("getgrall", "(module)", "All entries, in no order."),
    function<grp_getgrgid>("getgrgid", "(module, id)", "The entry of a group by number."),
    function<grp_getgrnam>("getgrnam", "(module, name)", "The entry of a group by name."),
};

}  // namespace

extern const ModuleDef kPwdModule;
constinit const ModuleDef kPwdModule = {
    .name = "pwd", .doc = "The users of the system.", .functions = kPwdFunctions, .exec = pwd_exec};
extern const ModuleDef kGrpModule;
constinit const ModuleDef kGrpModule = {
    .name = "grp", .doc = "The groups of the system.", .functions = kGrpFunctions, .exec = grp_exec};

}  // namespace krait
