// Module select: select(), poll and epoll objects.
#include <limits.h>
#include <sys/epoll.h>
#include <unistd.h>

#include <vector>

#include "builtins/modules/system_call.h"
#include "builtins/types/text_support.h"
#include "vm/object/exception_object.h"
#include "vm/object/number_object.h"

namespace krait {

namespace {

struct PollObject : Object {
    DictObject* events;   // owned: descriptor -> event mask
    bool running;
};
struct EpollObject : Object {
    int fd;               // -1: closed
};
struct SelectState {
    TypeObject *poll_type, *epoll_type;   // borrowed
};

// ------------------------------------------------------------------------------------------------ select

struct SelectList {
    RefTo<ListObject> objects;
    std::vector<int> fds;
    bool failed_ = false;
    SelectList() = default;
    SelectList(Failed) : failed_(true) {}   // NOLINT
    bool failed() const { return failed_; }
    SelectList&& take() { return std::move(*this); }
};

SelectList select_list(Thread& t, Value sequence) {
    SelectList list;
    list.objects = TRY(list_new(t));
    if (!type_of(t, sequence)->slots.iter && !type_of(t, sequence)->slots.get_item)
        return raise(t, Exc::TypeError, "arguments 1-3 must be sequences");
    // A list itself: what a fileno() does to it is seen.
    RefTo<ListObject> items = is_kind(sequence, Kind::List) ? RefTo<ListObject>::own(sequence.as<ListObject>())
                                                            : TRY(to_list(t, sequence));
    constexpr int kMost = 1024;   // FD_SETSIZE
    for (uint32_t i = 0; i < items->size; ++i) {
        Ref item = own(items->items[i]);
        int fd = TRY(descriptor_argument(t, item));
        if (fd >= kMost) return raise(t, Exc::ValueError, "filedescriptor out of range in select()");
        if (list.fds.size() >= kMost) return raise(t, Exc::ValueError, "too many file descriptors in select()");
        TRY(list_append(t, list.objects.get(), item));
        list.fds.push_back(fd);
    }
    return list;
}

Ref select_select(Thread& t, Value readers, Value writers, Value others, Value timeout) {
    int64_t limit = TRY(timeout_argument(t, timeout, "timeout must be a float or None"));
    if (limit == -2) return raise(t, Exc::ValueError, "timeout must be non-negative");
    constexpr short kAsked[] = {POLLIN, POLLOUT, POLLPRI};
    constexpr short kTold[] = {POLLIN | POLLHUP | POLLERR, POLLOUT | POLLERR, POLLPRI};
    SelectList lists[3];
    std::vector<pollfd> polled;
    const Value arguments[] = {readers, writers, others};
    for (int i = 0; i < 3; ++i) {
        lists[i] = TRY(select_list(t, arguments[i]));
        for (int fd : lists[i].fds) polled.push_back({fd, kAsked[i], 0});
    }
    TRY(poll_descriptors(t, polled, limit));
    Ref results[3];
    size_t at = 0;
    for (int i = 0; i < 3; ++i) {
        RefTo<ListObject> ready = TRY(list_new(t));
        for (size_t k = 0; k < lists[i].fds.size(); ++k, ++at) {
            if (polled[at].revents & POLLNVAL) return raise_os_error(t, EBADF, Value::unbound());
            if (polled[at].revents & kTold[i]) TRY(list_append(t, ready.get(), lists[i].objects->items[k]));
        }
        results[i] = std::move(ready);
    }
    return tuple_pack(t, {results[0], results[1], results[2]});
}

// ------------------------------------------------------------------------------------------------ poll

Fallible<int> event_mask(Thread& t, Value v, int fallback) {
    if (v.is_unbound()) return fallback;
    Ref number = TRY(as_index(t, v));
    if (int_sign(number) < 0) return raise(t, Exc::OverflowError, "can't convert negative value to unsigned int");
    int64_t n = TRY(int_to_i64(t, number, "Python int too large to convert to C unsigned long"));
    if (n > UINT16_MAX) return raise(t, Exc::OverflowError, "Python int too large for C unsigned short");
    return static_cast<int>(n);
}

Status poll_register(Thread& t, PollObject* self, Value fd, Value mask) {
    int number = TRY(descriptor_argument(t, fd)), events = TRY(event_mask(t, mask, POLLIN | POLLPRI | POLLOUT));
    return dict_set(t, self->events, Value::small_int(number), Value::small_int(events));
}
Status poll_modify(Thread& t, PollObject* self, Value fd, Value mask) {
    int number = TRY(descriptor_argument(t, fd)), events = TRY(event_mask(t, mask, 0));
    Value known = TRY(dict_get(t, self->events, Value::small_int(number)));
    if (known.is_unbound()) return raise_os_error(t, ENOENT, Value::unbound());
    return dict_set(t, self->events, Value::small_int(number), Value::small_int(events));
}
Status poll_unregister(Thread& t, PollObject* self, Value fd) {
    int number = TRY(descriptor_argument(t, fd));
    bool was_there = TRY(dict_delete(t, self->events, Value::small_int(number)));
    if (!was_there) return raise_key_error(t, Value::small_int(number));
    return ok();
}

// Milliseconds, as int or float, in nanoseconds.
Fallible<int64_t> milliseconds(Thread& t, Value v) {
    if (v.is_unbound() || v.is_none()) return int64_t{-1};
    if (!is_float_like(v) && !is_int_like(v) && !type_of(t, v)->slots.index)
        return raise(t, Exc::TypeError, "timeout must be an integer or None");
    double number = is_float_like(v) ? float_value(v) : TRY(to_double(t, TRY(as_index(t, v))));
    if (number < 0) return int64_t{-1};
    if (!(number <= INT32_MAX)) return raise(t, Exc::OverflowError, "timeout is too large");
    return static_cast<int64_t>(number * 1e6);
}

Ref poll_poll(Thread& t, PollObject* self, Value timeout) {
    int64_t limit = TRY(milliseconds(t, timeout));
    if (self->running) return raise(t, Exc::RuntimeError, "concurrent poll() invocation");
    std::vector<pollfd> polled;
    Value key, mask;
    for (size_t position = 0; dict_next_nocall(self->events, &position, &key, &mask);)
        polled.push_back({static_cast<int>(key.as_int()), static_cast<short>(mask.as_int()), 0});
    self->running = true;
    Fallible<int> ready = poll_descriptors(t, polled, limit);
    self->running = false;
    TRY(std::move(ready));
    RefTo<ListObject> result = TRY(list_new(t));
    for (const pollfd& one : polled) {
        if (!one.revents) continue;
        RefTo<TupleObject> pair =
            TRY(tuple_pack(t, {Value::small_int(one.fd), Value::small_int(one.revents & 0xffff)}));
        TRY(list_append(t, result.get(), pair.value()));
    }
    return result;
}

void poll_dealloc(Interpreter& interp, Object* o) {
    decref(static_cast<Object*>(static_cast<PollObject*>(o)->events));
    free_object(interp, o);
}

constexpr MethodDef kPollMethods[] = {
    method<poll_modify>("modify", "(self, fd, eventmask, /)", "Change the events of a registered descriptor."),
    method<poll_poll>("poll", "(self, timeout=None, /)", "Wait for events; a list of (fd, event) pairs."),
    method<poll_register>("register", "(self, fd, eventmask=7, /)", "Register a descriptor."),
    method<poll_unregister>("unregister", "(self, fd, /)", "Remove a descriptor."),
};
constexpr TypeSpec kPollSpec = {.name = "select.poll",
                                .basic_size = sizeof(PollObject),
                                .flags = kTypeInheritsGetattr,
                                .slots = {.dealloc = poll_dealloc},
                                .methods = kPollMethods};

SelectState& state_of(ModuleObject* module) { return *static_cast<SelectState*>(module->state); }

Ref select_poll(Thread& t, ModuleObject* module) {
    RefTo<DictObject> events = TRY(dict_new(t));
    auto* self = allocate<PollObject>(t, state_of(module).poll_type);
    if (!self) return Failed{};
    self->events = events.release();
    self->running = false;
    return Ref::steal(self);
}

// ------------------------------------------------------------------------------------------------ epoll

constexpr char kEpollSignature[] = "(sizehint=-1, flags=0)";
constexpr SignatureInfo kEpollInfo = parse_signature(kEpollSignature);

Ref epoll_wrap(Thread& t, TypeObject* type, int fd) {
    auto* self = allocate_instance<EpollObject>(t, type);
    if (!self) {
        close(fd);
        return Failed{};
    }
    self->fd = fd;
    return Ref::steal(self);
}
Value epoll_make(Thread& t, TypeObject* type, const CallArgs& args) {
    BoundArgs bound = TRY(bind_arguments(t, "epoll", kEpollInfo, kEpollSignature, args));
    if (!bound.slots[0].is_unbound()) {
        int hint = TRY(c_int_argument(t, bound.slots[0]));
        if (hint != -1 && hint <= 0) return raise(t, Exc::ValueError, "negative sizehint");
    }
    if (!bound.slots[1].is_unbound()) {
        int flags = TRY(c_int_argument(t, bound.slots[1]));
        if (flags & ~EPOLL_CLOEXEC) return raise(t, Exc::OSError, "invalid flags");
    }
    int fd = epoll_create1(EPOLL_CLOEXEC);
    if (fd < 0) return raise_errno(t);
    return epoll_wrap(t, type, fd).release();
}
void epoll_dealloc(Interpreter& interp, Object* o) {
    int& fd = static_cast<EpollObject*>(o)->fd;
    if (fd >= 0) close(fd);
    free_object(interp, o);
}
Status epoll_check(Thread& t, const EpollObject* self) {
    if (self->fd >= 0) return ok();
    return raise(t, Exc::ValueError, "I/O operation on closed epoll object");
}
Status epoll_close(Thread& t, EpollObject* self) {
    if (self->fd < 0) return ok();
    if (close(std::exchange(self->fd, -1)) < 0) return raise_errno(t);
    return ok();
}
Fallible<int64_t> epoll_fileno(Thread& t, EpollObject* self) {
    TRY(epoll_check(t, self));
    return int64_t{self->fd};
}
Status epoll_control(Thread& t, EpollObject* self, int operation, Value fd, int64_t events) {
    TRY(epoll_check(t, self));
    int number = TRY(descriptor_argument(t, fd));
    epoll_event event{};
    event.events = static_cast<uint32_t>(events);
    event.data.fd = number;
    if (epoll_ctl(self->fd, operation, number, &event) == 0) return ok();
    if (operation == EPOLL_CTL_DEL && errno == EBADF) return ok();   // a closed descriptor is gone from the set already
    return raise_errno(t);
}
Status epoll_register(Thread& t, EpollObject* self, Value fd, Optional<int64_t> mask) {
    return epoll_control(t, self, EPOLL_CTL_ADD, fd, mask.value_or(EPOLLIN | EPOLLOUT | EPOLLPRI));
}
Status epoll_modify(Thread& t, EpollObject* self, Value fd, int64_t mask) {
    return epoll_control(t, self, EPOLL_CTL_MOD, fd, mask);
}
Status epoll_unregister(Thread& t, EpollObject* self, Value fd) { return epoll_control(t, self, EPOLL_CTL_DEL, fd, 0); }

Ref epoll_poll(Thread& t, EpollObject* self, Value timeout, Optional<int> most) {
    TRY(epoll_check(t, self));
    int64_t limit = TRY(timeout_argument(t, timeout, "timeout must be an integer or None"));
    if (limit < 0) limit = -1;
    int count = most.value_or(-1);
    if (count == -1) count = 1023;
    if (count < 1) return raise(t, Exc::ValueError, "maxevents must be greater than 0, got %d", count);
    HeapBuffer room(t);
    count = std::min(count, 65536);
    TRY(room.allocate(static_cast<size_t>(count) * sizeof(epoll_event)));
    Ref held = own(self);
    TRY(wait_until_ready(t, self->fd, POLLIN, limit));
    TRY(epoll_check(t, self));
    auto* events = reinterpret_cast<epoll_event*>(room.data());
    int got = epoll_wait(self->fd, events, count, 0);
    if (got < 0 && errno != EINTR) return raise_errno(t);
    RefTo<ListObject> result = TRY(list_new(t));
    for (int i = 0; i < got; ++i) {
        RefTo<TupleObject> pair =
            TRY(tuple_pack(t, {Value::small_int(events[i].data.fd), Value::from_int_unchecked(events[i].events)}));
        TRY(list_append(t, result.get(), pair.value()));
    }
    return result;
}
Ref epoll_enter(Thread& t, EpollObject* self) {
    TRY(epoll_check(t, self));
    return own(self);
}
Status epoll_exit(Thread& t, EpollObject* self, Args) { return epoll_close(t, self); }
Ref epoll_fromfd(Thread& t, TypeObject* type, int fd) { return epoll_wrap(t, type, fd); }
Value epoll_closed(Thread&, Value self) { return Value::boolean(self.as<EpollObject>()->fd < 0); }

constexpr MethodDef kEpollMethods[] = {
    method<epoll_enter>("__enter__", "(self, /)", "The object itself."),
    method<epoll_exit>("__exit__", "(self, *args)", "Close it."),
    method<epoll_close>("close", "(self, /)", "Close the epoll descriptor."),
    method<epoll_fileno>("fileno", "(self, /)", "The epoll descriptor."),
    class_method<epoll_fromfd>("fromfd", "(type, fd, /)", "An object for an existing epoll descriptor."),
    method<epoll_modify>("modify", "(self, fd, eventmask)", "Change the events of a registered descriptor."),
    method<epoll_poll>("poll", "(self, timeout=-1, maxevents=-1)", "Wait for events; a list of (fd, event) pairs."),
    method<epoll_register>("register", "(self, fd, eventmask=7)", "Register a descriptor."),
    method<epoll_unregister>("unregister", "(self, fd)", "Remove a descriptor."),
};
constexpr GetSetDef kEpollGetSets[] = {{"closed", epoll_closed, nullptr, "True if the epoll handler is closed"}};
constexpr TypeSpec kEpollSpec = {.name = "select.epoll",
                                 .doc = "Objects of the system's epoll interface.",
                                 .basic_size = sizeof(EpollObject),
                                 .flags = 0,
                                 .slots = {.dealloc = epoll_dealloc, .new_ = epoll_make},
                                 .methods = kEpollMethods,
                                 .getsets = kEpollGetSets,
                                 .new_signature = kEpollSignature};

constexpr SystemConstant kConstants[] = {
#define C(name) {#name, name}
    C(POLLIN),         C(POLLPRI),     C(POLLOUT),     C(POLLERR),     C(POLLHUP),     C(POLLNVAL), C(POLLRDNORM),
    C(POLLRDBAND),     C(POLLWRNORM),  C(POLLWRBAND),  C(POLLMSG),     C(POLLRDHUP),   C(PIPE_BUF), C(EPOLLIN),
    C(EPOLLOUT),       C(EPOLLPRI),    C(EPOLLERR),    C(EPOLLHUP),    C(EPOLLRDHUP),  C(EPOLLET),  C(EPOLLONESHOT),
    C(EPOLLEXCLUSIVE), C(EPOLLRDNORM), C(EPOLLRDBAND), C(EPOLLWRNORM), C(EPOLLWRBAND), C(EPOLLMSG), C(EPOLL_CLOEXEC),
#undef C
};

Status select_exec(Thread& t, ModuleObject* module) {
    TRY(module_set(t, module, "error", Value::object(exception_type(t.interp, Exc::OSError))));
    TRY(add_constants(t, module, kConstants));
    RefTo<TypeObject> poll_type = TRY(type_from_spec(t.interp, t, kPollSpec, nullptr));
    TypeObject* epoll_type = TRY(module_add_type(t, module, kEpollSpec));
    auto* state = static_cast<SelectState*>(t.heap.allocate_buffer(sizeof(SelectState)));
    if (!state) return raise_memory_error(t);
    *state = {poll_type.release(), epoll_type};
    module->state = state;
    module->free_state = [](Interpreter& interp, void* memory) {
        decref(static_cast<Object*>(static_cast<SelectState*>(memory)->poll_type));
        interp.heap.free_buffer(memory, sizeof(SelectState));
    };
    return ok();
}

constexpr MethodDef kFunctions[] = {
    function<select_poll>("poll", "(module)", "A polling object: descriptors are registered with it."),
    function<select_select>(
        "select", "(rlist, wlist, xlist, timeout=None, /)",
        "Wait until a descriptor of the three lists is ready for reading, writing or an exceptional\n"
        "condition, at most `timeout` seconds; the three lists of those that are."),
};

}  // namespace

extern const ModuleDef kSelectModule;
constinit const ModuleDef kSelectModule = {.name = "select",
                                           .doc = "Waiting for events on several descriptors.",
                                           .functions = kFunctions,
                                           .exec = select_exec};

}  // namespace krait
