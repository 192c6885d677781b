#include "builtins/codecs/registry.h"

#include "vm/object/dict_object.h"
#include "vm/object/str_utf8.h"
#include "vm/protocol/protocol.h"

namespace krait {

namespace {

void free_state(Interpreter& interp, void* memory) {
    auto* state = static_cast<CodecState*>(memory);
    interp.codecs = nullptr;
    if (state->search_path) decref(state->search_path);
    if (state->cache) decref(state->cache);
    if (state->error_handlers) decref(state->error_handlers);
    delete state;
}

// Lower case, spaces to '-': what search functions get.
Ref normalised(Thread& t, StrObject* encoding) {
    StrBuilder out(t);
    for (size_t i = 0; i < encoding->length; ++i) {
        char32_t c = encoding->at(i);
        if (c == ' ') c = '-';
        TRY(out.append_char(c >= 'A' && c <= 'Z' ? c + 32 : c));
    }
    return out.finish();
}

Status import_encodings(Thread& t, CodecState* state) {
    if (state->encodings_imported) return ok();
    state->encodings_imported = true;
    Ref module = import_module(t, "encodings");
    if (!module.failed()) return ok();
    if (!pending_matches(t, Exc::ImportError)) return Failed{};
    clear_exception(t);
    return ok();
}

}  // namespace

Fallible<CodecState*> codec_state(Thread& t) {
    if (t.interp.codecs) return t.interp.codecs;
    RefTo<ListObject> path = TRY(list_new(t));
    RefTo<DictObject> cache = TRY(dict_new(t)), handlers = TRY(dict_new(t));
    auto* state = new CodecState;
    state->search_path = path.release();
    state->cache = cache.release();
    state->error_handlers = handlers.release();
    t.interp.codecs = state;
    t.interp.at_exit.push_back({state, &free_state});
    return state;
}

Ref lookup_codec(Thread& t, StrObject* encoding) {
    CodecState* state = TRY(codec_state(t));
    Ref name = TRY(normalised(t, encoding));
    Value known = dict_get_str(t, state->cache, name.as<StrObject>());
    if (known.is_error()) return Failed{};
    if (!known.is_unbound()) return own(known);
    TRY(import_encodings(t, state));
    for (uint32_t i = 0; i < state->search_path->size; ++i) {
        Ref search = own(state->search_path->items[i]);
        Ref found = TRY(call(t, search, name));
        if (found.get().is_none()) continue;
        TupleObject* info = as_tuple(found);
        if (!info || info->size != 4) return raise(t, Exc::TypeError, "codec search functions must return 4-tuples");
        TRY(dict_set_str(t, state->cache, name.as<StrObject>(), found));
        return found;
    }
    return raise(t, Exc::LookupError, "unknown encoding: %s", told(t, encoding).c_str());
}

Status register_codec_search(Thread& t, Value function) {
    if (!is_callable(t, function)) return raise(t, Exc::TypeError, "argument must be callable");
    CodecState* state = TRY(codec_state(t));
    return list_append(t, state->search_path, function);
}

Ref lookup_error_handler(Thread& t, StrObject* name) {
    Ref strict;
    if (!name) {
        strict = TRY(str_from_ascii(t, "strict"));
        name = strict.as<StrObject>();
    }
    CodecState* state = TRY(codec_state(t));
    Value found = dict_get_str(t, state->error_handlers, name);
    if (found.is_error()) return Failed{};
    if (!found.is_unbound()) return own(found);
    Ref native = TRY(builtin_error_handler(t, name));
    if (!native.get().is_unbound()) {
        TRY(dict_set_str(t, state->error_handlers, name, native));
        return native;
    }
    return raise(t, Exc::LookupError, "unknown error handler name '%.400s'", told(t, name).c_str());
}

Status register_error_handler(Thread& t, StrObject* name, Value function) {
    if (!is_callable(t, function)) return raise(t, Exc::TypeError, "handler must be callable");
    CodecState* state = TRY(codec_state(t));
    return dict_set_str(t, state->error_handlers, name, function);
}

}  // namespace krait
