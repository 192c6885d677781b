// Addresses of sockets: between Python's tuples and strings and the system's structures.
#pragma once

#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/un.h>

#include "builtins/modules/system_call.h"

namespace krait {

struct SocketState {
    TypeObject* socket_type;            // borrowed
    Object *gaierror, *herror, *timeout;   // classes, owned
    int64_t default_timeout;            // ns, -1: none
};

union SocketAddress {
    sockaddr any;
    sockaddr_in in;
    sockaddr_in6 in6;
    sockaddr_un un;
    sockaddr_storage storage;
};

// Longer names of hosts and services are refused unasked: the resolver takes long over them.
inline constexpr size_t kLongestHost = NI_MAXHOST;
Failed raise_gai_error(Thread&, const SocketState&, int code);
// A host's address by name or number into `out` (without port). family: AF_UNSPEC for any.
Status resolve_host(Thread&, const SocketState&, const std::string& name, int family, SocketAddress* out,
                    socklen_t* size);
// Python's address of a family.
Fallible<socklen_t> address_from(Thread&, const SocketState&, int family, Value address, SocketAddress*);
Ref address_to(Thread&, const SocketAddress&, socklen_t size);
Ref host_text(Thread&, const SocketAddress&);   // "127.0.0.1"
// A host argument: None "" and "<broadcast>" as they are; str in IDNA's ASCII subset, bytes.
Fallible<std::string> host_argument(Thread&, Value);

std::span<const MethodDef> socket_functions();
Status add_socket_constants(Thread&, ModuleObject*);

}  // namespace krait
