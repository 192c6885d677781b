// Values both ways for the templates of the public headers: no handle, no exception object unless something fails.
#include <atomic>
#include <cmath>
#include <cstring>
#include <memory>

#include "embed/src/host_objects.h"
#include "vm/object/buffer.h"
#include "vm/object/number_object.h"

namespace krait::core {
namespace {

Value value_of(Cell c) { return Value{c}; }
Cell cell_of_ref(Ref v) { return v.release().bits; }
template <class T>
Cell cell_of_ref(RefTo<T> v) {
    return v.failed() ? kError : Value::object(v.release()).bits;
}
Thread& thread_of(Link* link) { return link->use().thread(); }
StrObject* name_of(Thread& t, std::string_view name) { return intern_utf8(t, name); }

}  // namespace

// ------------------------------------------------------------------------------------------------ links and handles
void link_acquire(Link* link) noexcept { link->references.fetch_add(1, std::memory_order_relaxed); }
bool alive(const Link* link) noexcept { return link->world != nullptr; }
void link_release(Link* link) noexcept {
    if (link->references.fetch_sub(1, std::memory_order_acq_rel) == 1) delete link;
}
Cell cell_of(Link* link, Slot slot) { return link->use().at(slot).bits; }
Slot keep(Link* link, Cell owned) { return link->use().keep(Ref::steal(value_of(owned))); }
Slot copy_slot(Link* link, Slot slot) {
    bridge::World& world = link->use();
    return world.keep(own(world.at(slot)));
}
void drop_slot(Link* link, Slot slot) noexcept {
    if (link->usable()) {
        bridge::drop(*link->world, slot);
        return;
    }
    // After the interpreter's end the slot is gone with it; from another thread it is left to the interpreter's own.
    std::lock_guard lock(link->elsewhere);
    try {
        link->dropped.push_back(slot);
        link->any_dropped = true;
    } catch (...) {   // no memory: the slot goes at the interpreter's end
    }
}
Cell retain(Cell borrowed) {
    incref(value_of(borrowed));
    return borrowed;
}
void release_counted(Link* link, Cell owned) noexcept {
    if (!link->usable()) return;
    link->world->begin_call();   // a __del__ may run
    decref(value_of(owned));
}

// ------------------------------------------------------------------------------------------------ C++ objects
void add(std::string& text, const char* more) { text += more; }
struct Box {
    std::atomic<long> users{1};
    void* object;
    Drop drop;
};
Box* box_new(void* object, Drop drop) {
    try {
        auto box = std::make_unique<Box>();
        box->object = object;
        box->drop = drop;
        return box.release();
    } catch (...) {
        drop(object);
        throw;
    }
}
void box_keep(Box* box) noexcept { box->users.fetch_add(1, std::memory_order_relaxed); }
void box_drop(Box* box) noexcept {
    if (box->users.fetch_sub(1, std::memory_order_acq_rel) != 1) return;
    box->drop(box->object);
    delete box;
}

// ------------------------------------------------------------------------------------------------ to Python
Cell make_int(Link* link, std::int64_t n) {
    if (Value::fits_int(n)) [[likely]] return Value::from_int_unchecked(n).bits;
    return cell_of_ref(krait::make_int(thread_of(link), n));
}
Cell make_uint(Link* link, std::uint64_t n) { return cell_of_ref(make_int_u64(thread_of(link), n)); }
Cell make_float(Link* link, double d) {
    if (Value::fits_float(d)) [[likely]] return Value::from_float_unchecked(d).bits;
    return cell_of_ref(krait::make_float(thread_of(link), d));
}
Cell make_text(Link* link, std::string_view utf8) {
    return cell_of_ref(str_from_utf8(thread_of(link), utf8));
}
Cell make_bytes(Link* link, const void* data, std::size_t size) {
    return cell_of_ref(bytes_from(thread_of(link), {static_cast<const char*>(data), size}));
}
Cell make_char(Link* link, char32_t c) { return cell_of_ref(str_from_char(thread_of(link), c)); }
Cell make_list(Link* link, std::size_t reserve) {
    // A reserve is a hint: it may not turn into an allocation of its own size.
    return cell_of_ref(list_new(thread_of(link), reserve < 1024 ? reserve : 1024));
}
bool list_add(Link* link, Cell list, Cell owned) {
    Ref item = Ref::steal(value_of(owned));
    return !item.failed() && !list_append(thread_of(link), value_of(list).as<ListObject>(), item).failed();
}
Cell make_tuple(Link* link, const Cell* items, std::size_t n) {
    static_assert(sizeof(Cell) == sizeof(Value));
    return cell_of_ref(tuple_from(thread_of(link), reinterpret_cast<const Value*>(items), n));
}
Cell make_dict(Link* link) { return cell_of_ref(dict_new(thread_of(link))); }
bool dict_add(Link* link, Cell dict, Cell owned_key, Cell owned_value) {
    Ref key = Ref::steal(value_of(owned_key)), value = Ref::steal(value_of(owned_value));
    if (key.failed() || value.failed()) return false;
    return !dict_set(thread_of(link), value_of(dict).as<DictObject>(), key, value).failed();
}
Cell make_set(Link* link) {
    Thread& t = thread_of(link);
    return cell_of_ref(krait::call(t, Value::object(t.interp.type(Kind::Set))));
}
bool set_add(Link* link, Cell set, Cell owned) {
    Ref item = Ref::steal(value_of(owned));
    if (item.failed()) return false;
    Thread& t = thread_of(link);
    StrObject* add = name_of(t, "add");
    return add && !call_method(t, value_of(set), add, {item}).failed();
}

// ------------------------------------------------------------------------------------------------ to C++
Load load_bool(Cell c, bool* out) {
    *out = c == kTrue;
    return c == kTrue || c == kFalse ? Load::Ok : Load::WrongType;
}
Load load_int(Cell c, std::int64_t low, std::int64_t high, std::int64_t* out) {
    Value v = value_of(c);
    if (v.is_int()) [[likely]] *out = v.as_int();
    else if (!is_int_like(v)) return Load::WrongType;
    else if (!int_fits_i64(v, out)) return Load::OutOfRange;
    return *out >= low && *out <= high ? Load::Ok : Load::OutOfRange;
}
Load load_uint(Cell c, std::uint64_t high, std::uint64_t* out) {
    Value v = value_of(c);
    if (v.is_int()) [[likely]] {
        if (v.as_int() < 0) return Load::OutOfRange;
        *out = static_cast<std::uint64_t>(v.as_int());
    } else {
        if (!is_int_like(v)) return Load::WrongType;
        std::optional<std::uint64_t> n = IntView(v)->to_uint64();
        if (!n) return Load::OutOfRange;
        *out = *n;
    }
    return *out <= high ? Load::Ok : Load::OutOfRange;
}
Load load_double(Cell c, double* out) {
    Value v = value_of(c);
    if (v.is_float()) *out = v.as_float();
    else if (v.is_int()) *out = static_cast<double>(v.as_int());
    else if (is_float_like(v)) *out = float_value(v);
    else if (is_int_like(v)) {
        if (!IntView(v)->to_double(out) || std::isinf(*out)) return Load::OutOfRange;
    } else {
        return Load::WrongType;
    }
    return Load::Ok;
}
Load load_text(Link* link, Cell c, std::string* out) {
    StrObject* s = as_str(value_of(c));
    if (!s) return Load::WrongType;
    if (s->ascii()) {
        out->assign(s->data, s->length);
        return Load::Ok;
    }
    Fallible<std::string> utf8 = str_to_utf8_strict(thread_of(link), s);
    if (utf8.failed()) return Load::Raised;
    *out = utf8.take();
    return Load::Ok;
}
Load load_view(Link* link, Cell c, std::string_view* out, std::string* storage) {
    StrObject* s = as_str(value_of(c));
    if (s && s->ascii()) {
        *out = {s->data, s->length};
        return Load::Ok;
    }
    Load state = load_text(link, c, storage);
    *out = *storage;
    return state;
}
Load load_char(Cell c, char32_t high, char32_t* out) {
    StrObject* s = as_str(value_of(c));
    if (!s) return Load::WrongType;
    if (s->length != 1) return Load::BadValue;
    std::string utf8 = str_to_utf8(s);
    auto byte = [&](size_t i) { return static_cast<unsigned char>(utf8[i]); };
    char32_t code = byte(0);
    if (utf8.size() == 2) code = (code & 0x1f) << 6 | (byte(1) & 0x3f);
    else if (utf8.size() == 3) code = (code & 0x0f) << 12 | (byte(1) & 0x3fu) << 6 | (byte(2) & 0x3f);
    else if (utf8.size() == 4)
        code = (code & 7) << 18 | (byte(1) & 0x3fu) << 12 | (byte(2) & 0x3fu) << 6 | (byte(3) & 0x3f);
    *out = code;
    return code <= high ? Load::Ok : Load::BadValue;
}
Load load_bytes(Cell c, std::string_view* out) {
    Value v = value_of(c);
    if (!layout_is(v, Kind::Bytes)) return Load::WrongType;
    *out = {v.as<BytesObject>()->data, v.as<BytesObject>()->length};
    return Load::Ok;
}
Load load_list(Link* link, Cell c, Cell* owned_list) {
    Thread& t = thread_of(link);
    Value v = value_of(c);
    if (as_str(v)) return Load::WrongType;
    link->world->begin_call();
    RefTo<ListObject> items = to_list(t, v);
    if (items.failed()) {
        bool not_iterable =
            pending_matches(t, Exc::TypeError) && !type_of(t, v)->slots.iter && !type_of(t, v)->slots.get_item;
        if (!not_iterable) return Load::Raised;
        clear_exception(t);
        return Load::WrongType;
    }
    *owned_list = cell_of_ref(std::move(items));
    return Load::Ok;
}
std::size_t list_size(Cell list) { return value_of(list).as<ListObject>()->size; }
Cell list_item(Cell list, std::size_t i) { return value_of(list).as<ListObject>()->items[i].bits; }
Load load_sequence(Link* link, Cell c, std::size_t wanted, Cell* owned_list) {
    Value v = value_of(c);
    size_t size = 0;
    if (TupleObject* tuple = as_tuple(v)) size = tuple->size;
    else if (ListObject* list = as_list(v)) size = list->size;
    else return Load::WrongType;
    if (size != wanted) return Load::BadValue;
    RefTo<ListObject> items = to_list(thread_of(link), v);
    if (items.failed()) return Load::Raised;
    if (items->size != wanted) return Load::BadValue;
    *owned_list = cell_of_ref(std::move(items));
    return Load::Ok;
}
Load load_pairs(Link* link, Cell c, Cell* owned_list) {
    DictObject* d = as_dict(value_of(c));
    if (!d) return Load::WrongType;
    Thread& t = thread_of(link);
    RefTo<ListObject> items = list_new(t, 0);
    if (items.failed()) return Load::Raised;
    size_t position = 0;
    Value key, value;
    while (dict_next_nocall(d, &position, &key, &value))
        if (list_append(t, items.get(), key).failed() || list_append(t, items.get(), value).failed())
            return Load::Raised;
    *owned_list = cell_of_ref(std::move(items));
    return Load::Ok;
}
bool is_callable(Link* link, Cell c) { return krait::is_callable(thread_of(link), value_of(c)); }
bool has_shape(Link* link, Cell c, Shape shape) {
    Value v = value_of(c);
    switch (shape) {
        case Shape::Int: return is_int_like(v) && !v.is_bool();
        case Shape::Float: return is_float_like(v);
        case Shape::Str: return as_str(v) != nullptr;
        case Shape::Bytes: return layout_is(v, Kind::Bytes);
        case Shape::List: return as_list(v) != nullptr;
        case Shape::Tuple: return as_tuple(v) != nullptr;
        case Shape::Dict: return as_dict(v) != nullptr;
        case Shape::Set: return layout_is(v, Kind::Set) || layout_is(v, Kind::FrozenSet);
        case Shape::Callable: return is_callable(link, c);
        case Shape::Type: return as_type(v) != nullptr;
    }
    return false;
}

// ------------------------------------------------------------------------------------------------ operations
static Cell call_value(Thread& t, Value callee, const Cell* args, std::size_t positional,
                       const std::string_view* keywords, std::size_t count) {
    const Value* values = reinterpret_cast<const Value*>(args);
    if (count == 0) return cell_of_ref(krait::call(t, callee, CallArgs{values, positional, nullptr}));
    auto run = [&]() -> Ref {
        RefTo<TupleObject> names = TRY(tuple_new(t, count));
        for (size_t i = 0; i < count; ++i) {
            StrObject* name = name_of(t, keywords[i]);
            if (!name) return Failed{};
            names->items[i] = own(name).release();
        }
        return krait::call(t, callee, CallArgs{values, positional, names.get()});
    };
    return cell_of_ref(run());
}
Cell call(Link* link, Cell callee, const Cell* args, std::size_t positional, const std::string_view* keywords,
          std::size_t count) {
    bridge::World& world = link->use();
    world.begin_call();
    return call_value(world.thread(), value_of(callee), args, positional, keywords, count);
}
Cell call_slot(Link* link, Slot callee, const Cell* args, std::size_t positional, const std::string_view* keywords,
               std::size_t count) {
    bridge::World& world = link->use();
    world.begin_call();
    Ref held = own(world.at(callee));   // the handle may go while its function runs
    return call_value(world.thread(), held, args, positional, keywords, count);
}
Cell get_attribute(Link* link, Cell c, std::string_view name) {
    Thread& t = thread_of(link);
    link->world->begin_call();
    StrObject* key = name_of(t, name);
    if (!key) return kError;
    Ref held = own(key);
    return cell_of_ref(krait::get_attribute(t, value_of(c), key));
}
Cell find_attribute(Link* link, Cell c, std::string_view name) {
    Thread& t = thread_of(link);
    link->world->begin_call();
    StrObject* key = name_of(t, name);
    if (!key) return kError;
    Ref held = own(key);
    return cell_of_ref(lookup_attribute(t, value_of(c), key));
}
bool set_attribute(Link* link, Cell c, std::string_view name, Cell value) {
    Thread& t = thread_of(link);
    link->world->begin_call();
    StrObject* key = name_of(t, name);
    if (!key) return false;
    Ref held = own(key);
    return !krait::set_attribute(t, value_of(c), key, value_of(value)).failed();
}
Cell import_module(Link* link, std::string_view name) {
    bridge::World& world = link->use();
    world.begin_call();
    return cell_of_ref(bridge::imported(world, name));
}
Cell iterate(Link* link, Cell c) {
    Thread& t = thread_of(link);
    link->world->begin_call();
    return cell_of_ref(get_iterator(t, value_of(c)));
}
Cell next(Link* link, Cell iterator) {
    Thread& t = thread_of(link);
    link->world->begin_call();
    return cell_of_ref(iterator_next(t, value_of(iterator)));
}
Cell binary(Link* link, char op, Cell a, Cell b) {
    Thread& t = thread_of(link);
    link->world->begin_call();
    switch (op) {
        case '+': return cell_of_ref(binary_operation(t, BinaryOp::Add, value_of(a), value_of(b)));
        case '-': return cell_of_ref(binary_operation(t, BinaryOp::Subtract, value_of(a), value_of(b)));
        case '*': return cell_of_ref(binary_operation(t, BinaryOp::Multiply, value_of(a), value_of(b)));
        case '/': return cell_of_ref(binary_operation(t, BinaryOp::TrueDivide, value_of(a), value_of(b)));
        case '%': return cell_of_ref(binary_operation(t, BinaryOp::Modulo, value_of(a), value_of(b)));
        case '<': return cell_of_ref(rich_compare(t, value_of(a), value_of(b), CompareOp::Lt));
        default: return cell_of_ref(rich_compare(t, value_of(a), value_of(b), CompareOp::Eq));
    }
}
bool raise(Link* link, std::string_view type, std::string_view message) {
    Thrown thrown;
    thrown.data.type = type;
    thrown.data.message = message;
    (void)bridge::raise_thrown(link->use(), std::move(thrown));
    return false;
}
Cell repr(Link* link, Cell c) {
    Thread& t = thread_of(link);
    link->world->begin_call();
    return cell_of_ref(krait::repr(t, value_of(c)));
}

// ------------------------------------------------------------------------------------------------ bytes of objects
struct BufferHold {
    explicit BufferHold(BufferView from) : view(std::move(from)) {}
    BufferView view;
    std::atomic<bool> dropped = false;   // from another thread: it goes at the interpreter's end
};
BufferHold* buffer_begin(Link* link, Cell c, bool writable, BufferData* out) {
    Thread& t = thread_of(link);
    Fallible<BufferView> view = writable ? get_writable_buffer(t, value_of(c)) : get_buffer(t, value_of(c));
    if (view.failed()) return nullptr;
    auto hold = std::make_unique<BufferHold>(view.take());
    link->world->holds.insert(hold.get());
    const BufferInfo& info = hold->view.info();
    *out = {info.data, info.length, info.item_size, info.format[0], info.readonly, {}, {}};
    return hold.release();
}
void buffer_end(Link* link, BufferHold* hold) noexcept {
    if (link->usable()) {
        link->world->holds.erase(hold);
        delete hold;
    } else if (!link->world) {
        delete hold;   // the interpreter's end has emptied it
    } else {
        hold->dropped = true;
    }
}
void end_holds(bridge::World& world) {
    for (BufferHold* hold : std::exchange(world.holds, {})) {
        hold->view.release();
        if (hold->dropped) delete hold;
    }
}

// ------------------------------------------------------------------------------------------------ what objects hold
struct VisitAccess {
    static Visit make(Link* link, Visitor* visitor) { return Visit(link, visitor); }
};
void Visit::cell(Cell c) { static_cast<Visitor*>(visitor_)->visit(value_of(c)); }
void Visit::slot(Slot slot) {
    if (slot >= 0 && link_->world) cell(link_->world->at(slot).bits);
}
Visit make_visit(Link* link, void* visitor) { return VisitAccess::make(link, static_cast<Visitor*>(visitor)); }

}  // namespace krait::core
