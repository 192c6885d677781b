// Module termios: settings of terminals.
#include <sys/ioctl.h>
#include <termios.h>

#include <cstring>

#include "builtins/modules/module_exception.h"
#include "builtins/modules/system_call.h"

namespace krait {

namespace {

Failed raise_error(Thread& t, ModuleObject* module) {
    int code = errno;
    StrObject* key = intern_utf8(t, "error");
    Value found = key ? dict_get_str(t, module->dict, key) : Value::error();
    TypeObject* cls = as_type(found);
    if (!cls) return raise_os_error(t, code, Value::unbound());
    Ref message = str_from_utf8(t, strerror(code));
    if (message.failed()) return {};
    Value args[] = {Value::small_int(code), message};
    Ref error = exception_new(t, cls, args, 2);
    if (error.failed()) return {};
    return raise_instance(t, error);
}

// [iflag, oflag, cflag, lflag, ispeed, ospeed, cc]; times and counts in cc are ints, characters are bytes.
Ref termios_tcgetattr(Thread& t, ModuleObject* module, Value fd) {
    int n = TRY(descriptor_argument(t, fd));
    termios mode;
    if (tcgetattr(n, &mode) < 0) return raise_error(t, module);
    RefTo<ListObject> cc = TRY(list_new(t));
    for (int i = 0; i < NCCS; ++i) {
        bool number = !(mode.c_lflag & ICANON) && (i == VMIN || i == VTIME);
        char byte = static_cast<char>(mode.c_cc[i]);
        Ref item = TRY(number ? make_int(t, mode.c_cc[i]) : bytes_from(t, {&byte, 1}));
        TRY(list_append(t, cc.get(), item));
    }
    RefTo<ListObject> result = TRY(list_new(t));
    for (uint32_t flag :
         {mode.c_iflag, mode.c_oflag, mode.c_cflag, mode.c_lflag, cfgetispeed(&mode), cfgetospeed(&mode)})
        TRY(list_append(t, result.get(), Value::from_int_unchecked(flag)));
    TRY(list_append(t, result.get(), cc.value()));
    return result;
}

Status termios_tcsetattr(Thread& t, ModuleObject* module, Value fd, int when, Value attributes) {
    int n = TRY(descriptor_argument(t, fd));
    ListObject* list = as_list(attributes);
    if (!list || list->size != 7) return raise(t, Exc::TypeError, "tcsetattr, arg 3: must be 7 element list");
    termios mode;
    if (tcgetattr(n, &mode) < 0) return raise_error(t, module);
    int64_t flags[6];
    for (int i = 0; i < 6; ++i) {
        if (list->size != 7) return raise(t, Exc::TypeError, "tcsetattr, arg 3: must be 7 element list");
        Ref item = own(list->items[i]);
        flags[i] = TRY(index_to_i64(t, item, Exc::OverflowError));
    }
    ListObject* cc = list->size == 7 ? as_list(list->items[6]) : nullptr;
    if (!cc || cc->size != NCCS)
        return raise(t, Exc::TypeError, "tcsetattr: attributes[6] must be %d element list", NCCS);
    for (uint32_t i = 0; i < NCCS; ++i) {
        Value v = cc->items[i];
        if (BytesObject* bytes = as_bytes(v); bytes && bytes->length == 1)
            mode.c_cc[i] = static_cast<cc_t>(bytes->data[0]);
        else if (v.is_int()) mode.c_cc[i] = static_cast<cc_t>(v.as_int());
        else return raise(t, Exc::TypeError, "tcsetattr: elements of attributes must be characters or integers");
    }
    mode.c_iflag = static_cast<tcflag_t>(flags[0]);
    mode.c_oflag = static_cast<tcflag_t>(flags[1]);
    mode.c_cflag = static_cast<tcflag_t>(flags[2]);
    mode.c_lflag = static_cast<tcflag_t>(flags[3]);
    if (cfsetispeed(&mode, static_cast<speed_t>(flags[4])) < 0 ||
        cfsetospeed(&mode, static_cast<speed_t>(flags[5])) < 0 || tcsetattr(n, when, &mode) < 0)
        return raise_error(t, module);
    return ok();
}

template <int (*F)(int, int)>
Status with_number(Thread& t, ModuleObject* module, Value fd, int64_t number) {
    int n = TRY(descriptor_argument(t, fd));
    int result, failure;
    {
        OutsideGate outside(t);
        result = F(n, static_cast<int>(number));
        failure = errno;
    }
    errno = failure;
    if (result < 0) return raise_error(t, module);
    return ok();
}
int drain(int fd, int) { return tcdrain(fd); }
Status termios_tcdrain(Thread& t, ModuleObject* module, Value fd) { return with_number<drain>(t, module, fd, 0); }
int send_break(int fd, int n) { return tcsendbreak(fd, n); }
int flush(int fd, int n) { return tcflush(fd, n); }
int flow(int fd, int n) { return tcflow(fd, n); }

constexpr SystemConstant kConstants[] = {
#define C(name) {#name, name}
    C(B0), C(B1000000), C(B110), C(B115200), C(B1152000), C(B1200), C(B134), C(B150), C(B1500000), C(B1800),
    C(B19200), C(B200), C(B2000000), C(B230400), C(B2400), C(B2500000), C(B300), C(B3000000), C(B3500000),
    C(B38400), C(B4000000), C(B460800), C(B4800), C(B50), C(B500000), C(B57600), C(B576000), C(B600), C(B75),
    C(B921600), C(B9600), C(BRKINT), C(BS0), C(BS1), C(BSDLY), C(CBAUD), C(CBAUDEX), C(CDSUSP), C(CEOF), C(CEOL),
    C(CEOT), C(CERASE), C(CFLUSH), C(CIBAUD), C(CINTR), C(CKILL), C(CLNEXT), C(CLOCAL), C(CQUIT), C(CR0), C(CR1),
    C(CR2), C(CR3), C(CRDLY), C(CREAD), C(CRPRNT), C(CRTSCTS), C(CS5), C(CS6), C(CS7), C(CS8), C(CSIZE), C(CSTART),
    C(CSTOP), C(CSTOPB), C(CSUSP), C(CWERASE), C(ECHO), C(ECHOCTL), C(ECHOE), C(ECHOK), C(ECHOKE), C(ECHONL),
    C(ECHOPRT), C(EXTA), C(EXTB), C(FF0), C(FF1), C(FFDLY), C(FIOASYNC), C(FIOCLEX), C(FIONBIO), C(FIONCLEX),
    C(FIONREAD), C(FLUSHO), C(HUPCL), C(ICANON), C(ICRNL), C(IEXTEN), C(IGNBRK), C(IGNCR), C(IGNPAR), C(IMAXBEL),
    C(INLCR), C(INPCK), C(IOCSIZE_MASK), C(IOCSIZE_SHIFT), C(ISIG), C(ISTRIP), C(IUCLC), C(IXANY), C(IXOFF),
    C(IXON), C(NCC), C(NCCS), C(NL0), C(NL1), C(NLDLY), C(NOFLSH), C(N_MOUSE), C(N_PPP), C(N_SLIP), C(N_STRIP),
    C(N_TTY), C(OCRNL), C(OFDEL), C(OFILL), C(OLCUC), C(ONLCR), C(ONLRET), C(ONOCR), C(OPOST), C(PARENB), C(PARMRK),
    C(PARODD), C(PENDIN), C(TAB0), C(TAB1), C(TAB2), C(TAB3), C(TABDLY), C(TCFLSH), C(TCGETA), C(TCGETS),
    C(TCIFLUSH), C(TCIOFF), C(TCIOFLUSH), C(TCION), C(TCOFLUSH), C(TCOOFF), C(TCOON), C(TCSADRAIN), C(TCSAFLUSH),
    C(TCSANOW), C(TCSBRK), C(TCSBRKP), C(TCSETA), C(TCSETAF), C(TCSETAW), C(TCSETS), C(TCSETSF), C(TCSETSW),
    C(TCXONC), C(TIOCCONS), C(TIOCEXCL), C(TIOCGETD), C(TIOCGICOUNT), C(TIOCGLCKTRMIOS), C(TIOCGPGRP),
    C(TIOCGSERIAL), C(TIOCGSOFTCAR), C(TIOCGWINSZ), C(TIOCINQ), C(TIOCLINUX), C(TIOCMBIC), C(TIOCMBIS), C(TIOCMGET),
    C(TIOCMIWAIT), C(TIOCMSET), C(TIOCM_CAR), C(TIOCM_CD), C(TIOCM_CTS), C(TIOCM_DSR), C(TIOCM_DTR), C(TIOCM_LE),
    C(TIOCM_RI), C(TIOCM_RNG), C(TIOCM_RTS), C(TIOCM_SR), C(TIOCM_ST), C(TIOCNOTTY), C(TIOCNXCL), C(TIOCOUTQ),
    C(TIOCPKT), C(TIOCPKT_DATA), C(TIOCPKT_DOSTOP), C(TIOCPKT_FLUSHREAD), C(TIOCPKT_FLUSHWRITE), C(TIOCPKT_NOSTOP),
    C(TIOCPKT_START), C(TIOCPKT_STOP), C(TIOCSCTTY), C(TIOCSERCONFIG), C(TIOCSERGETLSR), C(TIOCSERGETMULTI),
    C(TIOCSERGSTRUCT), C(TIOCSERGWILD), C(TIOCSERSETMULTI), C(TIOCSERSWILD), C(TIOCSER_TEMT), C(TIOCSETD),
    C(TIOCSLCKTRMIOS), C(TIOCSPGRP), C(TIOCSSERIAL), C(TIOCSSOFTCAR), C(TIOCSTI), C(TIOCSWINSZ), C(TOSTOP),
    C(VDISCARD), C(VEOF), C(VEOL), C(VEOL2), C(VERASE), C(VINTR), C(VKILL), C(VLNEXT), C(VMIN), C(VQUIT),
    C(VREPRINT), C(VSTART), C(VSTOP), C(VSUSP), C(VSWTC), C(VT0), C(VT1), C(VTDLY), C(VTIME), C(VWERASE), C(XCASE),
    C(XTABS), {"VSWTCH", 7},
#undef C
};

Status termios_exec(Thread& t, ModuleObject* module) {
    TRY(module_add_exception(t, module, "termios", "error", Exc::Exception));
    return add_constants(t, module, kConstants);
}

constexpr MethodDef kFunctions[] = {
    function<termios_tcdrain>("tcdrain", "(module, fd, /)", "Wait until all output has been sent."),
    function<with_number<flow>>("tcflow", "(module, fd, action, /)", "Suspend or resume input or output."),
    function<with_number<flush>>("tcflush", "(module, fd, queue, /)", "Throw queued data away."),
    function<termios_tcgetattr>("tcgetattr", "(module, fd, /)", "The settings of a terminal."),
    function<with_number<send_break>>("tcsendbreak", "(module, fd, duration, /)", "Send a break."),
    function<termios_tcsetattr>("tcsetattr", "(module, fd, when, attributes, /)", "Change the settings of a terminal."),
};

}  // namespace

extern const ModuleDef kTermiosModule;
constinit const ModuleDef kTermiosModule = {
    .name = "termios", .doc = "Settings of terminals.", .functions = kFunctions, .exec = termios_exec};

}  // namespace krait
