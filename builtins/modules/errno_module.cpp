// errno: the system's error numbers by name, and errorcode for the way back.
#include <cerrno>

#include "vm/native/module_def.h"

namespace krait {
namespace {

struct ErrorName {
    const char* name;
    int number;
};

// Where two names share a number, the later one is what errorcode gives.
#define KRAIT_ERRNO(name) {#name, name},
constexpr ErrorName ERROR_NAMES[] = {
    KRAIT_ERRNO(EPERM) KRAIT_ERRNO(ENOENT) KRAIT_ERRNO(ESRCH) KRAIT_ERRNO(EINTR) KRAIT_ERRNO(EIO) KRAIT_ERRNO(
        ENXIO) KRAIT_ERRNO(E2BIG) KRAIT_ERRNO(ENOEXEC) KRAIT_ERRNO(EBADF) KRAIT_ERRNO(ECHILD) KRAIT_ERRNO(EWOULDBLOCK)
        KRAIT_ERRNO(EAGAIN) KRAIT_ERRNO(ENOMEM) KRAIT_ERRNO(EACCES) KRAIT_ERRNO(EFAULT) KRAIT_ERRNO(EBUSY) KRAIT_ERRNO(
            EEXIST) KRAIT_ERRNO(EXDEV) KRAIT_ERRNO(ENODEV) KRAIT_ERRNO(ENOTDIR) KRAIT_ERRNO(EISDIR) KRAIT_ERRNO(EINVAL)
            KRAIT_ERRNO(ENFILE) KRAIT_ERRNO(EMFILE) KRAIT_ERRNO(ENOTTY) KRAIT_ERRNO(ETXTBSY) KRAIT_ERRNO(
                EFBIG) KRAIT_ERRNO(ENOSPC) KRAIT_ERRNO(ESPIPE) KRAIT_ERRNO(EROFS) KRAIT_ERRNO(EMLINK) KRAIT_ERRNO(EPIPE)
                KRAIT_ERRNO(EDOM) KRAIT_ERRNO(ERANGE) KRAIT_ERRNO(EDEADLK) KRAIT_ERRNO(ENAMETOOLONG) KRAIT_ERRNO(
                    ENOLCK) KRAIT_ERRNO(ENOSYS) KRAIT_ERRNO(ENOTEMPTY) KRAIT_ERRNO(ELOOP) KRAIT_ERRNO(ENOMSG)
                    KRAIT_ERRNO(EIDRM) KRAIT_ERRNO(EBADMSG) KRAIT_ERRNO(EOVERFLOW) KRAIT_ERRNO(EILSEQ) KRAIT_ERRNO(
                        ENOTSOCK) KRAIT_ERRNO(EDESTADDRREQ) KRAIT_ERRNO(EMSGSIZE) KRAIT_ERRNO(EPROTOTYPE)
                        KRAIT_ERRNO(ENOPROTOOPT) KRAIT_ERRNO(EPROTONOSUPPORT) KRAIT_ERRNO(EOPNOTSUPP) KRAIT_ERRNO(
                            ENOTSUP) KRAIT_ERRNO(EAFNOSUPPORT) KRAIT_ERRNO(EADDRINUSE) KRAIT_ERRNO(EADDRNOTAVAIL)
                            KRAIT_ERRNO(ENETDOWN) KRAIT_ERRNO(ENETUNREACH) KRAIT_ERRNO(ENETRESET) KRAIT_ERRNO(
                                ECONNABORTED) KRAIT_ERRNO(ECONNRESET) KRAIT_ERRNO(ENOBUFS) KRAIT_ERRNO(EISCONN)
                                KRAIT_ERRNO(ENOTCONN) KRAIT_ERRNO(ETIMEDOUT) KRAIT_ERRNO(ECONNREFUSED) KRAIT_ERRNO(
                                    EHOSTUNREACH) KRAIT_ERRNO(EALREADY)
                                    KRAIT_ERRNO(EINPROGRESS) KRAIT_ERRNO(ESTALE) KRAIT_ERRNO(EDQUOT)
                                        KRAIT_ERRNO(ECANCELED) KRAIT_ERRNO(EPROTO) KRAIT_ERRNO(EMULTIHOP) KRAIT_ERRNO(
                                            ENOLINK) KRAIT_ERRNO(EOWNERDEAD) KRAIT_ERRNO(ENOTRECOVERABLE)
#ifdef __linux__
                                            KRAIT_ERRNO(ENOTBLK) KRAIT_ERRNO(
                                                EDEADLOCK) KRAIT_ERRNO(ECHRNG) KRAIT_ERRNO(EL2NSYNC) KRAIT_ERRNO(EL3HLT)
                                                KRAIT_ERRNO(
                                                    EL3RST) KRAIT_ERRNO(ELNRNG)
                                                    KRAIT_ERRNO(EUNATCH) KRAIT_ERRNO(ENOCSI) KRAIT_ERRNO(
                                                        EL2HLT) KRAIT_ERRNO(EBADE)
                                                        KRAIT_ERRNO(EBADR) KRAIT_ERRNO(EXFULL) KRAIT_ERRNO(
                                                            ENOANO) KRAIT_ERRNO(EBADRQC)
                                                            KRAIT_ERRNO(EBADSLT) KRAIT_ERRNO(EBFONT) KRAIT_ERRNO(ENOSTR) KRAIT_ERRNO(
                                                                ENODATA) KRAIT_ERRNO(ETIME)
                                                                KRAIT_ERRNO(ENOSR) KRAIT_ERRNO(ENONET) KRAIT_ERRNO(
                                                                    ENOPKG) KRAIT_ERRNO(EREMOTE)
                                                                    KRAIT_ERRNO(EADV) KRAIT_ERRNO(ESRMNT) KRAIT_ERRNO(
                                                                        ECOMM) KRAIT_ERRNO(EDOTDOT)
                                                                        KRAIT_ERRNO(ENOTUNIQ) KRAIT_ERRNO(EBADFD) KRAIT_ERRNO(
                                                                            EREMCHG) KRAIT_ERRNO(ELIBACC) KRAIT_ERRNO(ELIBBAD)
                                                                            KRAIT_ERRNO(ELIBSCN) KRAIT_ERRNO(ELIBMAX) KRAIT_ERRNO(
                                                                                ELIBEXEC) KRAIT_ERRNO(ERESTART)
                                                                                KRAIT_ERRNO(ESTRPIPE) KRAIT_ERRNO(
                                                                                    EUSERS) KRAIT_ERRNO(ESOCKTNOSUPPORT)
                                                                                    KRAIT_ERRNO(EPFNOSUPPORT) KRAIT_ERRNO(
                                                                                        ESHUTDOWN) KRAIT_ERRNO(ETOOMANYREFS)
                                                                                        KRAIT_ERRNO(EHOSTDOWN) KRAIT_ERRNO(
                                                                                            EUCLEAN) KRAIT_ERRNO(ENOTNAM)
                                                                                            KRAIT_ERRNO(ENAVAIL) KRAIT_ERRNO(
                                                                                                EISNAM) KRAIT_ERRNO(EREMOTEIO)
                                                                                                KRAIT_ERRNO(ENOMEDIUM) KRAIT_ERRNO(
                                                                                                    EMEDIUMTYPE) KRAIT_ERRNO(ENOKEY)
                                                                                                    KRAIT_ERRNO(
                                                                                                        EKEYEXPIRED)
                                                                                                        KRAIT_ERRNO(
                                                                                                            EKEYREVOKED)
                                                                                                            KRAIT_ERRNO(
                                                                                                                EKEYREJECTED)
                                                                                                                KRAIT_ERRNO(
                                                                                                                    ERFKILL)
#endif
};
#undef KRAIT_ERRNO

Status errno_exec(Thread& t, ModuleObject* module) {
    RefTo<DictObject> names = TRY(dict_new(t, std::size(ERROR_NAMES)));
    for (const ErrorName& row : ERROR_NAMES) {
        TRY(module_set_int(t, module, row.name, row.number));
        Ref name = TRY(str_from_ascii(t, row.name));
        TRY(dict_set(t, names.get(), Value::small_int(row.number), name));
    }
    return module_set(t, module, "errorcode", names.value());
}

}  // namespace

extern const ModuleDef kErrnoModule;
constinit const ModuleDef kErrnoModule = {
    .name = "errno",
    .doc = "The system's error symbols: errno.ENOENT is the number 2 on most systems.\n\n"
           "errno.errorcode maps numbers to names; os.strerror(2) gives the message.\n"
           "Symbols that the system does not have are not defined.",
    .exec = errno_exec};

}  // namespace krait
