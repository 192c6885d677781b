// Functions and constants of _socket: names and addresses.
#include <arpa/inet.h>
#include <fcntl.h>
#include <net/if.h>
#include <netinet/tcp.h>
#include <unistd.h>

#include <cstring>
#include <memory>

#include "builtins/modules/module_exception.h"
#include "builtins/modules/socket_address.h"
#include "vm/object/buffer.h"

namespace krait {

namespace {

SocketState& state_of(ModuleObject* module) { return *static_cast<SocketState*>(module->state); }

Ref socket_getaddrinfo(Thread& t, ModuleObject* module, Value host, Value port, Optional<int> family,
                       Optional<int> type, Optional<int> proto, Optional<int> flags) {
    std::string name, service;
    bool has_host = !host.is_none(), has_port = !port.is_none();
    if (has_host) {
        if (!as_str(host) && !as_bytes(host))
            return raise(t, Exc::TypeError, "getaddrinfo() argument 1 must be string or None");
        name = TRY(host_argument(t, host));
    }
    if (is_int_like(port)) {
        int64_t n = TRY(int_to_i64(t, port, "Python int too large to convert to C long"));
        service = std::to_string(n);
    } else if (StrObject* text = as_str(port)) {
        service = TRY(str_to_utf8_strict(t, text));
    } else if (BytesObject* bytes = as_bytes(port)) {
        service = std::string(bytes->view());
    } else if (has_port) {
        return raise(t, Exc::OSError, "Int or String expected");
    }
    if (std::max(name.size(), service.size()) > kLongestHost)
        return raise_gai_error(t, state_of(module), EAI_NONAME);
    addrinfo hints{}, *found = nullptr;
    hints.ai_family = family.value_or(AF_UNSPEC);
    hints.ai_socktype = type.value_or(0);
    hints.ai_protocol = proto.value_or(0);
    hints.ai_flags = flags.value_or(0);
    int code;
    {
        OutsideGate outside(t);
        code = getaddrinfo(has_host ? name.c_str() : nullptr, has_port ? service.c_str() : nullptr, &hints, &found);
    }
    if (code) return raise_gai_error(t, state_of(module), code);
    std::unique_ptr<addrinfo, void (*)(addrinfo*)> owner(found, freeaddrinfo);
    RefTo<ListObject> list = TRY(list_new(t));
    for (addrinfo* one = found; one; one = one->ai_next) {
        SocketAddress address;
        std::memcpy(&address, one->ai_addr, std::min<size_t>(one->ai_addrlen, sizeof address));
        Ref place = TRY(address_to(t, address, one->ai_addrlen));
        Ref canonical = TRY(str_from_utf8(t, one->ai_canonname ? one->ai_canonname : ""));
        RefTo<TupleObject> row =
            TRY(tuple_pack(t, {Value::small_int(one->ai_family), Value::small_int(one->ai_socktype),
                               Value::small_int(one->ai_protocol), canonical, place}));
        TRY(list_append(t, list.get(), row.value()));
    }
    return list;
}

Ref socket_getnameinfo(Thread& t, ModuleObject* module, Value address, int flags) {
    TupleObject* tuple = as_tuple(address);
    if (!tuple) return raise(t, Exc::TypeError, "getnameinfo() argument 1 must be a tuple");
    if (tuple->size < 2 || !as_str(tuple->items[0]))
        return raise(t, Exc::TypeError, "getnameinfo(): illegal sockaddr argument");
    std::string host = TRY(host_argument(t, tuple->items[0]));
    int port = TRY(c_int_argument(t, tuple->items[1]));
    uint32_t extra[2] = {0, 0};
    for (uint32_t i = 2; i < tuple->size && i < 4; ++i)
        extra[i - 2] = static_cast<uint32_t>(TRY(index_to_i64(t, tuple->items[i], Exc::OverflowError)));
    if (extra[0] > 0xfffff) return raise(t, Exc::OverflowError, "getsockaddrarg: flowinfo must be 0-1048575.");
    addrinfo hints{}, *found = nullptr;
    hints.ai_socktype = SOCK_DGRAM;
    hints.ai_flags = AI_NUMERICHOST;
    int code = getaddrinfo(host.c_str(), std::to_string(port).c_str(), &hints, &found);
    if (code) return raise_gai_error(t, state_of(module), code);
    std::unique_ptr<addrinfo, void (*)(addrinfo*)> owner(found, freeaddrinfo);
    if (found->ai_next) return raise(t, Exc::OSError, "sockaddr resolved to multiple addresses");
    if (found->ai_family == AF_INET && tuple->size != 2) return raise(t, Exc::OSError, "IPv4 sockaddr must be 2 tuple");
    if (found->ai_family == AF_INET6) {
        auto* six = reinterpret_cast<sockaddr_in6*>(found->ai_addr);
        six->sin6_flowinfo = htonl(extra[0]);
        six->sin6_scope_id = extra[1];
    }
    char name[NI_MAXHOST], service[NI_MAXSERV];
    {
        OutsideGate outside(t);
        code = getnameinfo(found->ai_addr, found->ai_addrlen, name, sizeof name, service, sizeof service, flags);
    }
    if (code) return raise_gai_error(t, state_of(module), code);
    Ref first = TRY(str_from_utf8(t, name)), second = TRY(str_from_utf8(t, service));
    return tuple_pack(t, {first, second});
}

Ref socket_gethostbyname(Thread& t, ModuleObject* module, Value name) {
    std::string host = TRY(host_argument(t, name));
    SocketAddress address;
    socklen_t size;
    TRY(resolve_host(t, state_of(module), host, AF_INET, &address, &size));
    return host_text(t, address);
}

Ref host_entry(Thread& t, ModuleObject* module, const hostent* entry, int family) {
    if (!entry) {
        Ref message = TRY(str_from_utf8(t, hstrerror(h_errno)));
        Value args[] = {Value::small_int(h_errno), message};
        Ref error = TRY(exception_new(t, reinterpret_cast<TypeObject*>(state_of(module).herror), args, 2));
        return raise_instance(t, error);
    }
    RefTo<ListObject> aliases = TRY(list_new(t)), addresses = TRY(list_new(t));
    for (char** alias = entry->h_aliases; alias && *alias; ++alias) {
        Ref text = TRY(str_from_utf8(t, *alias));
        TRY(list_append(t, aliases.get(), text));
    }
    for (char** one = entry->h_addr_list; one && *one; ++one) {
        char buffer[INET6_ADDRSTRLEN];
        if (!inet_ntop(family, *one, buffer, sizeof buffer)) continue;
        Ref text = TRY(str_from_utf8(t, buffer));
        TRY(list_append(t, addresses.get(), text));
    }
    Ref name = TRY(str_from_utf8(t, entry->h_name));
    return tuple_pack(t, {name, aliases.value(), addresses.value()});
}
Ref socket_gethostbyname_ex(Thread& t, ModuleObject* module, Value name) {
    std::string host = TRY(host_argument(t, name));
    SocketAddress address;
    socklen_t size;
    TRY(resolve_host(t, state_of(module), host, AF_INET, &address, &size));
    return host_entry(t, module, gethostbyname(host.c_str()), AF_INET);
}
Ref socket_gethostbyaddr(Thread& t, ModuleObject* module, Value name) {
    std::string host = TRY(host_argument(t, name));
    SocketAddress address;
    socklen_t size;
    TRY(resolve_host(t, state_of(module), host, AF_UNSPEC, &address, &size));
    int family = address.any.sa_family;
    const void* bytes = family == AF_INET ? static_cast<const void*>(&address.in.sin_addr) : &address.in6.sin6_addr;
    return host_entry(t, module, gethostbyaddr(bytes, family == AF_INET ? 4 : 16, family), family);
}
Ref socket_gethostname(Thread& t) {
    char name[1024];
    if (gethostname(name, sizeof name - 1) < 0) return raise_errno(t);
    return str_from_utf8(t, name);
}
Fallible<int64_t> socket_getservbyname(Thread& t, StrObject* name, Value protocol) {
    std::string service = TRY(str_to_utf8_strict(t, name)), proto;
    if (StrObject* text = as_str(protocol)) proto = TRY(str_to_utf8_strict(t, text));
    const servent* entry = getservbyname(service.c_str(), proto.empty() ? nullptr : proto.c_str());
    if (!entry) return raise(t, Exc::OSError, "service/proto not found");
    return int64_t{ntohs(static_cast<uint16_t>(entry->s_port))};
}
Ref socket_getservbyport(Thread& t, Value port, Value protocol) {
    int n = TRY(c_int_argument(t, port));
    if (n < 0 || n > 0xffff) return raise(t, Exc::OverflowError, "getservbyport: port must be 0-65535.");
    std::string proto;
    if (StrObject* text = as_str(protocol)) proto = TRY(str_to_utf8_strict(t, text));
    const servent* entry = getservbyport(htons(static_cast<uint16_t>(n)), proto.empty() ? nullptr : proto.c_str());
    if (!entry) return raise(t, Exc::OSError, "port/proto not found");
    return str_from_utf8(t, entry->s_name);
}
Fallible<int64_t> socket_getprotobyname(Thread& t, StrObject* name) {
    std::string text = TRY(str_to_utf8_strict(t, name));
    const protoent* entry = getprotobyname(text.c_str());
    if (!entry) return raise(t, Exc::OSError, "protocol not found");
    return int64_t{entry->p_proto};
}

// --- numbers and bytes
Ref socket_inet_aton(Thread& t, StrObject* text) {
    in_addr address;
    if (!inet_aton(str_to_utf8(text).c_str(), &address))
        return raise(t, Exc::OSError, "illegal IP address string passed to inet_aton");
    return bytes_from(t, {reinterpret_cast<char*>(&address), 4});
}
Ref socket_inet_ntoa(Thread& t, Value packed) {
    BufferView view = TRY(get_buffer(t, packed));
    if (view.size() != 4) return raise(t, Exc::OSError, "packed IP wrong length");
    char text[INET_ADDRSTRLEN];
    return str_from_ascii(t, inet_ntop(AF_INET, view.data(), text, sizeof text));
}
Ref socket_inet_pton(Thread& t, int family, StrObject* text) {
    char packed[16];
    int r = inet_pton(family, str_to_utf8(text).c_str(), packed);
    if (r < 0) return raise_errno(t);
    if (r == 0) return raise(t, Exc::OSError, "illegal IP address string passed to inet_pton");
    return bytes_from(t, {packed, family == AF_INET ? 4u : 16u});
}
Ref socket_inet_ntop(Thread& t, int family, Value packed) {
    BufferView view = TRY(get_buffer(t, packed));
    if (family != AF_INET && family != AF_INET6)
        return raise(t, Exc::ValueError, "unknown address family %d", family);
    if (view.size() != (family == AF_INET ? 4u : 16u))
        return raise(t, Exc::ValueError, "invalid length of packed IP address string");
    char text[INET6_ADDRSTRLEN];
    if (!inet_ntop(family, view.data(), text, sizeof text)) return raise_errno(t);
    return str_from_ascii(t, text);
}
template <bool kLong>
Fallible<int64_t> swap_order(Thread& t, Value v) {
    if (!is_int_like(v)) return raise(t, Exc::TypeError, "expected int, %s found", type_name_of(t, v));
    BigInt n = int_to_bigint(v);
    if (n.is_negative()) return raise(t, Exc::OverflowError, "can't convert negative number to unsigned long");
    auto small = n.to_int64();
    if (kLong) {
        if (!small || *small > 0xffffffffll) return raise(t, Exc::OverflowError, "int larger than 32 bits");
        return int64_t{htonl(static_cast<uint32_t>(*small))};
    }
    if (!small || *small > INT32_MAX) return raise(t, Exc::OverflowError, "signed integer is greater than maximum");
    return int64_t{htons(static_cast<uint16_t>(*small))};
}

// --- descriptors
Ref socket_socketpair(Thread& t, ModuleObject* module, Optional<int> family, Optional<int> type,
                      Optional<int> proto) {
    int fds[2], kind = family.value_or(AF_UNIX);
    int wanted = type.value_or(SOCK_STREAM), protocol = proto.value_or(0);
    if (socketpair(kind, wanted | SOCK_CLOEXEC, protocol, fds) < 0) return raise_errno(t);
    Ref ends[2];
    for (int i = 0; i < 2; ++i) {
        Value args[] = {Value::small_int(kind), Value::small_int(wanted), Value::small_int(protocol),
                        Value::small_int(fds[i])};
        ends[i] = call(t, Value::object(state_of(module).socket_type), CallArgs{args, 4, nullptr});
        if (!ends[i].failed()) continue;
        for (int k = i; k < 2; ++k) ::close(fds[k]);
        return Failed{};
    }
    return tuple_pack(t, {ends[0], ends[1]});
}
Fallible<int64_t> socket_dup(Thread& t, Value fd) {
    int n = TRY(c_int_argument(t, fd));
    int copy = fcntl(n, F_DUPFD_CLOEXEC, 0);
    if (copy < 0) return raise_errno(t);
    return int64_t{copy};
}
Status socket_close(Thread& t, Value fd) {
    int n = TRY(c_int_argument(t, fd));
    if (::close(n) < 0 && errno != ECONNRESET) return raise_errno(t);
    return ok();
}
Ref socket_if_nameindex(Thread& t) {
    std::unique_ptr<struct if_nameindex, void (*)(struct if_nameindex*)> list(if_nameindex(), if_freenameindex);
    if (!list) return raise_errno(t);
    RefTo<ListObject> result = TRY(list_new(t));
    for (struct if_nameindex* one = list.get(); one->if_index || one->if_name; ++one) {
        Ref name = TRY(str_from_utf8(t, one->if_name));
        RefTo<TupleObject> row = TRY(tuple_pack(t, {Value::from_int_unchecked(one->if_index), name}));
        TRY(list_append(t, result.get(), row.value()));
    }
    return result;
}
Fallible<int64_t> socket_if_nametoindex(Thread& t, Value name) {
    std::string text = TRY(host_argument(t, name));
    unsigned n = if_nametoindex(text.c_str());
    if (n == 0) return raise(t, Exc::OSError, "no interface with this name");
    return int64_t{n};
}
Ref socket_if_indextoname(Thread& t, int64_t index) {
    char name[IF_NAMESIZE + 1];
    if (!if_indextoname(static_cast<unsigned>(index), name)) return raise_errno(t);
    return str_from_utf8(t, name);
}
Status socket_sethostname(Thread& t, Value name) {
    std::string text = TRY(host_argument(t, name));
    if (sethostname(text.data(), text.size()) < 0) return raise_errno(t);
    return ok();
}
Fallible<int64_t> cmsg_len(Thread& t, int64_t size) {
    if (size < 0 || size > INT32_MAX - int64_t{CMSG_LEN(0)})
        return raise(t, Exc::OverflowError, "CMSG_LEN() argument out of range");
    return static_cast<int64_t>(CMSG_LEN(static_cast<size_t>(size)));
}
Fallible<int64_t> cmsg_space(Thread& t, int64_t size) {
    if (size < 0 || size > INT32_MAX - int64_t{CMSG_SPACE(1)})
        return raise(t, Exc::OverflowError, "CMSG_SPACE() argument out of range");
    return static_cast<int64_t>(CMSG_SPACE(static_cast<size_t>(size)));
}

constexpr MethodDef kFunctions[] = {
    function<cmsg_len>("CMSG_LEN", "(length, /)", "Length of an ancillary item with that much data, without padding."),
    function<cmsg_space>("CMSG_SPACE", "(length, /)", "Room an ancillary item with that much data takes."),
    function<socket_close>("close", "(integer, /)", "Close a socket's descriptor."),
    function<socket_dup>("dup", "(integer, /)", "Duplicate a socket's descriptor."),
    function<socket_getaddrinfo>("getaddrinfo", "(module, host, port, family=0, type=0, proto=0, flags=0)",
                                 "All addresses of a host and service: (family, type, proto, canonname, sockaddr)."),
    function<socket_gethostbyaddr>("gethostbyaddr", "(module, host, /)",
                                   "(name, aliases, addresses) of a host by its address."),
    function<socket_gethostbyname>("gethostbyname", "(module, host, /)", "The address of a host."),
    function<socket_gethostbyname_ex>("gethostbyname_ex", "(module, host, /)", "(name, aliases, addresses) of a host."),
    function<socket_gethostname>("gethostname", "()", "The name of this host."),
    function<socket_getnameinfo>("getnameinfo", "(module, sockaddr, flags, /)", "(host, port) as text."),
    function<socket_getprotobyname>("getprotobyname", "(name, /)", "The number of a protocol."),
    function<socket_getservbyname>("getservbyname", "(servicename, protocolname='', /)", "The port of a service."),
    function<socket_getservbyport>("getservbyport", "(port, protocolname='', /)", "The service at a port."),
    function<swap_order<true>>("htonl", "(integer, /)", "32 bits from host to network order."),
    function<swap_order<false>>("htons", "(integer, /)", "16 bits from host to network order."),
    function<socket_if_indextoname>("if_indextoname", "(index, /)", "The name of a network interface."),
    function<socket_if_nameindex>("if_nameindex", "()", "All network interfaces: (index, name)."),
    function<socket_if_nametoindex>("if_nametoindex", "(name, /)", "The number of a network interface."),
    function<socket_inet_aton>("inet_aton", "(text, /)", "An IPv4 address as 4 bytes."),
    function<socket_inet_ntoa>("inet_ntoa", "(packed, /)", "4 bytes as IPv4 address."),
    function<socket_inet_ntop>("inet_ntop", "(family, packed, /)", "Bytes as address of a family."),
    function<socket_inet_pton>("inet_pton", "(family, text, /)", "An address of a family as bytes."),
    function<swap_order<true>>("ntohl", "(integer, /)", "32 bits from network to host order."),
    function<swap_order<false>>("ntohs", "(integer, /)", "16 bits from network to host order."),
    function<socket_sethostname>("sethostname", "(name, /)", "Set the name of this host."),
    function<socket_socketpair>("socketpair", "(module, family=AF_UNIX, type=SOCK_STREAM, proto=0, /)",
                                "Two sockets, connected."),
};

constexpr SystemConstant kConstants[] = {
#define C(name) {#name, name}
    C(AF_UNSPEC),
    C(AF_INET),
    C(AF_INET6),
    C(AF_UNIX),
    C(AF_PACKET),
    C(AF_NETLINK),
    C(SOCK_STREAM),
    C(SOCK_DGRAM),
    C(SOCK_RAW),
    C(SOCK_RDM),
    C(SOCK_SEQPACKET),
    C(SOCK_CLOEXEC),
    C(SOCK_NONBLOCK),
    C(SOL_SOCKET),
    C(SO_DEBUG),
    C(SO_ACCEPTCONN),
    C(SO_REUSEADDR),
    C(SO_REUSEPORT),
    C(SO_KEEPALIVE),
    C(SO_DONTROUTE),
    C(SO_BROADCAST),
    C(SO_LINGER),
    C(SO_OOBINLINE),
    C(SO_SNDBUF),
    C(SO_RCVBUF),
    C(SO_SNDLOWAT),
    C(SO_RCVLOWAT),
    C(SO_SNDTIMEO),
    C(SO_RCVTIMEO),
    C(SO_ERROR),
    C(SO_TYPE),
    C(SO_PASSCRED),
    C(SO_PEERCRED),
    C(SO_BINDTODEVICE),
    C(SO_PRIORITY),
    C(SO_MARK),
    C(SO_DOMAIN),
    C(SO_PROTOCOL),
    C(SOMAXCONN),
    C(SCM_RIGHTS),
    C(SCM_CREDENTIALS),
    C(MSG_OOB),
    C(MSG_PEEK),
    C(MSG_DONTROUTE),
    C(MSG_DONTWAIT),
    C(MSG_EOR),
    C(MSG_TRUNC),
    C(MSG_CTRUNC),
    C(MSG_WAITALL),
    C(MSG_NOSIGNAL),
    C(MSG_CMSG_CLOEXEC),
    C(MSG_ERRQUEUE),
    C(MSG_CONFIRM),
    C(MSG_MORE),
    C(MSG_FASTOPEN),
    {"SOL_IP", 0},
    {"SOL_TCP", 6},
    {"SOL_UDP", 17},
    C(IPPROTO_IP),
    C(IPPROTO_HOPOPTS),
    C(IPPROTO_ICMP),
    C(IPPROTO_IGMP),
    C(IPPROTO_TCP),
    C(IPPROTO_EGP),
    C(IPPROTO_PUP),
    C(IPPROTO_UDP),
    C(IPPROTO_IDP),
    C(IPPROTO_TP),
    C(IPPROTO_IPV6),
    C(IPPROTO_ROUTING),
    C(IPPROTO_FRAGMENT),
    C(IPPROTO_RSVP),
    C(IPPROTO_GRE),
    C(IPPROTO_ESP),
    C(IPPROTO_AH),
    C(IPPROTO_ICMPV6),
    C(IPPROTO_NONE),
    C(IPPROTO_DSTOPTS),
    C(IPPROTO_PIM),
    C(IPPROTO_SCTP),
    C(IPPROTO_RAW),
    {"IPPORT_RESERVED", 1024},
    {"IPPORT_USERRESERVED", 5000},
    {"INADDR_ANY", 0},
    {"INADDR_BROADCAST", 0xffffffff},
    {"INADDR_LOOPBACK", 0x7f000001},
    {"INADDR_UNSPEC_GROUP", 0xe0000000},
    {"INADDR_ALLHOSTS_GROUP", 0xe0000001},
    {"INADDR_MAX_LOCAL_GROUP", 0xe00000ff},
    {"INADDR_NONE", 0xffffffff},
    C(IP_OPTIONS),
    C(IP_HDRINCL),
    C(IP_TOS),
    C(IP_TTL),
    C(IP_RECVOPTS),
    C(IP_RETOPTS),
    C(IP_MULTICAST_IF),
    C(IP_MULTICAST_TTL),
    C(IP_MULTICAST_LOOP),
    C(IP_ADD_MEMBERSHIP),
    C(IP_DROP_MEMBERSHIP),
    {"IP_DEFAULT_MULTICAST_TTL", 1},
    {"IP_DEFAULT_MULTICAST_LOOP", 1},
    {"IP_MAX_MEMBERSHIPS", 20},
    C(IP_TRANSPARENT),
    C(IPV6_JOIN_GROUP),
    C(IPV6_LEAVE_GROUP),
    C(IPV6_MULTICAST_HOPS),
    C(IPV6_MULTICAST_IF),
    C(IPV6_MULTICAST_LOOP),
    C(IPV6_UNICAST_HOPS),
    C(IPV6_V6ONLY),
    C(IPV6_CHECKSUM),
    C(IPV6_RECVTCLASS),
    C(IPV6_TCLASS),
    C(IPV6_RECVPKTINFO),
    C(IPV6_PKTINFO),
    C(TCP_NODELAY),
    C(TCP_MAXSEG),
    C(TCP_CORK),
    C(TCP_KEEPIDLE),
    C(TCP_KEEPINTVL),
    C(TCP_KEEPCNT),
    C(TCP_SYNCNT),
    C(TCP_LINGER2),
    C(TCP_DEFER_ACCEPT),
    C(TCP_WINDOW_CLAMP),
    C(TCP_INFO),
    C(TCP_QUICKACK),
    C(TCP_FASTOPEN),
    C(TCP_CONGESTION),
    C(TCP_USER_TIMEOUT),
    C(EAI_ADDRFAMILY),
    C(EAI_AGAIN),
    C(EAI_BADFLAGS),
    C(EAI_FAIL),
    C(EAI_FAMILY),
    C(EAI_MEMORY),
    C(EAI_NODATA),
    C(EAI_NONAME),
    C(EAI_OVERFLOW),
    C(EAI_SERVICE),
    C(EAI_SOCKTYPE),
    C(EAI_SYSTEM),
    C(AI_PASSIVE),
    C(AI_CANONNAME),
    C(AI_NUMERICHOST),
    C(AI_NUMERICSERV),
    C(AI_ALL),
    C(AI_V4MAPPED),
    C(AI_ADDRCONFIG),
    C(NI_MAXHOST),
    C(NI_MAXSERV),
    C(NI_NOFQDN),
    C(NI_NUMERICHOST),
    C(NI_NAMEREQD),
    C(NI_NUMERICSERV),
    C(NI_DGRAM),
    C(SHUT_RD),
    C(SHUT_WR),
    C(SHUT_RDWR),
#undef C
};
// Families without addresses here, and options of the rarer protocols: the kernel's numbers, whatever headers there
// are.
constexpr SystemConstant kRareConstants[] = {
    {"AF_ALG", 38}, {"AF_APPLETALK", 5}, {"AF_ASH", 18}, {"AF_ATMPVC", 8}, {"AF_ATMSVC", 20}, {"AF_AX25", 3},
    {"AF_BRIDGE", 7}, {"AF_CAN", 29}, {"AF_DECnet", 12}, {"AF_ECONET", 19}, {"AF_IPX", 4}, {"AF_IRDA", 23},
    {"AF_KEY", 15}, {"AF_LLC", 26}, {"AF_NETBEUI", 13}, {"AF_NETROM", 6}, {"AF_PPPOX", 24}, {"AF_RDS", 21},
    {"AF_ROSE", 11}, {"AF_ROUTE", 16}, {"AF_SECURITY", 14}, {"AF_SNA", 22}, {"AF_TIPC", 30}, {"AF_WANPIPE", 25},
    {"AF_X25", 9}, {"ALG_OP_DECRYPT", 0}, {"ALG_OP_ENCRYPT", 1}, {"ALG_OP_SIGN", 2}, {"ALG_OP_VERIFY", 3},
    {"ALG_SET_AEAD_ASSOCLEN", 4}, {"ALG_SET_AEAD_AUTHSIZE", 5}, {"ALG_SET_IV", 2}, {"ALG_SET_KEY", 1},
    {"ALG_SET_OP", 3}, {"ALG_SET_PUBKEY", 6}, {"CAN_BCM", 2}, {"CAN_BCM_RX_CHANGED", 12}, {"CAN_BCM_RX_DELETE", 6},
    {"CAN_BCM_RX_READ", 7}, {"CAN_BCM_RX_SETUP", 5}, {"CAN_BCM_RX_STATUS", 10}, {"CAN_BCM_RX_TIMEOUT", 11},
    {"CAN_BCM_TX_DELETE", 2}, {"CAN_BCM_TX_EXPIRED", 9}, {"CAN_BCM_TX_READ", 3}, {"CAN_BCM_TX_SEND", 4},
    {"CAN_BCM_TX_SETUP", 1}, {"CAN_BCM_TX_STATUS", 8}, {"CAN_EFF_FLAG", 2147483648}, {"CAN_EFF_MASK", 536870911},
    {"CAN_ERR_FLAG", 536870912}, {"CAN_ERR_MASK", 536870911}, {"CAN_RAW", 1}, {"CAN_RAW_ERR_FILTER", 2},
    {"CAN_RAW_FD_FRAMES", 5}, {"CAN_RAW_FILTER", 1}, {"CAN_RAW_LOOPBACK", 3}, {"CAN_RAW_RECV_OWN_MSGS", 4},
    {"CAN_RTR_FLAG", 1073741824}, {"CAN_SFF_MASK", 2047}, {"IPPROTO_IPIP", 4}, {"IPV6_DONTFRAG", 62},
    {"IPV6_DSTOPTS", 59}, {"IPV6_HOPLIMIT", 52}, {"IPV6_HOPOPTS", 54}, {"IPV6_NEXTHOP", 9}, {"IPV6_PATHMTU", 61},
    {"IPV6_RECVDSTOPTS", 58}, {"IPV6_RECVHOPLIMIT", 51}, {"IPV6_RECVHOPOPTS", 53}, {"IPV6_RECVPATHMTU", 60},
    {"IPV6_RECVRTHDR", 56}, {"IPV6_RTHDR", 57}, {"IPV6_RTHDRDSTOPTS", 55}, {"IPV6_RTHDR_TYPE_0", 0},
    {"IP_RECVRETOPTS", 7}, {"NETLINK_CRYPTO", 21}, {"NETLINK_DNRTMSG", 14}, {"NETLINK_FIREWALL", 3},
    {"NETLINK_IP6_FW", 13}, {"NETLINK_NFLOG", 5}, {"NETLINK_ROUTE", 0}, {"NETLINK_USERSOCK", 2}, {"NETLINK_XFRM", 6},
    {"PACKET_BROADCAST", 1}, {"PACKET_FASTROUTE", 6}, {"PACKET_HOST", 0}, {"PACKET_LOOPBACK", 5},
    {"PACKET_MULTICAST", 2}, {"PACKET_OTHERHOST", 3}, {"PACKET_OUTGOING", 4}, {"PF_CAN", 29}, {"PF_PACKET", 17},
    {"PF_RDS", 21}, {"SOL_ALG", 279}, {"SOL_CAN_BASE", 100}, {"SOL_CAN_RAW", 101}, {"SOL_RDS", 276},
    {"SOL_TIPC", 271}, {"SO_PASSSEC", 34}, {"SO_PEERSEC", 31}, {"TIPC_ADDR_ID", 3}, {"TIPC_ADDR_NAME", 2},
    {"TIPC_ADDR_NAMESEQ", 1}, {"TIPC_CFG_SRV", 0}, {"TIPC_CLUSTER_SCOPE", 2}, {"TIPC_CONN_TIMEOUT", 130},
    {"TIPC_CRITICAL_IMPORTANCE", 3}, {"TIPC_DEST_DROPPABLE", 129}, {"TIPC_HIGH_IMPORTANCE", 2},
    {"TIPC_IMPORTANCE", 127}, {"TIPC_LOW_IMPORTANCE", 0}, {"TIPC_MEDIUM_IMPORTANCE", 1}, {"TIPC_NODE_SCOPE", 3},
    {"TIPC_PUBLISHED", 1}, {"TIPC_SRC_DROPPABLE", 128}, {"TIPC_SUBSCR_TIMEOUT", 3}, {"TIPC_SUB_CANCEL", 4},
    {"TIPC_SUB_PORTS", 1}, {"TIPC_SUB_SERVICE", 2}, {"TIPC_TOP_SRV", 1}, {"TIPC_WAIT_FOREVER", -1},
    {"TIPC_WITHDRAWN", 2}, {"TIPC_ZONE_SCOPE", 1},
};

}  // namespace

std::span<const MethodDef> socket_functions() { return kFunctions; }
Status add_socket_constants(Thread& t, ModuleObject* module) {
    TRY(add_constants(t, module, kRareConstants));
    return add_constants(t, module, kConstants);
}

}  // namespace krait
