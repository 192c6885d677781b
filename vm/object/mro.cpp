// Method resolution order: C3, and what a metaclass's mro() may give instead.
#include <cstring>
#include <string>
#include <utility>

#include "vm/object/attribute.h"
#include "vm/object/dict_object.h"
#include "vm/object/mro.h"
#include "vm/object/type_layout.h"
#include "vm/protocol/protocol.h"
#include "vm/runtime/limits.h"
#include "vm/runtime/work.h"

namespace krait {

bool is_subtype(const TypeObject* a, const TypeObject* b) {
    if (a == b && !has_flag(a, kTypeUncacheable)) return true;   // a Python mro() may leave the class itself out
    if (const TupleObject* mro = a->mro) {
        Value sought = Value::object(b);
        for (uint32_t i = 0; i < mro->size; ++i)
            if (mro->items[i] == sought) return true;
        return false;
    }
    for (const TypeObject* base = a; base; base = base->base)   // while the class is being made or taken apart
        if (base == b) return true;
    return b->base == nullptr && b->layout == Kind::ObjectType && !has_flag(b, kTypeHeap);
}

namespace {

// The lists that C3 merges: the MRO of each base, then the bases themselves; `heads_[i]` is the head of list i. The
// lists are owned by a tuple of their own, since an allocation may run a finalizer that changes classes.
class Merge {
  public:
    Merge(Thread& t, TypeObject* type)
        : thread_(t), type_(type), bases_(RefTo<TupleObject>::own(type->bases)), count_(type->bases->size + 1) {}

    RefTo<TupleObject> run() {
        TRY(check_duplicates());
        TRY(collect_lists());
        RefTo<ListObject> result = TRY(list_new(thread_));
        heads_ = static_cast<uint32_t*>(thread_.heap.allocate_buffer(count_ * sizeof(uint32_t)));
        if (!heads_) return raise_memory_error(thread_);
        std::memset(heads_, 0, count_ * sizeof(uint32_t));
        Status merged = merge(result.get());
        thread_.heap.free_buffer(heads_, count_ * sizeof(uint32_t));
        TRY(merged);
        return list_to_tuple(thread_, result.get());
    }

  private:
    TupleObject* list(uint32_t i) const { return lists_->items[i].as<TupleObject>(); }
    Value head(uint32_t i) const { return heads_[i] < list(i)->size ? list(i)->items[heads_[i]] : Value::unbound(); }

    Status check_duplicates() {
        for (uint32_t i = 0; i < bases_->size; ++i) {
            auto* base = bases_->items[i].as<TypeObject>();
            if (!base->mro)
                return raise(thread_, Exc::TypeError, "Cannot extend an incomplete type '%s'", type_name(base));
            TRY(count(bases_->size - i));
            for (uint32_t j = i + 1; j < bases_->size; ++j)
                if (bases_->items[i] == bases_->items[j])
                    return raise(thread_, Exc::TypeError, "duplicate base class %s", type_name(base));
        }
        return ok();
    }

    Status collect_lists() {
        lists_ = TRY(tuple_new(thread_, count_));
        for (uint32_t i = 0; i < bases_->size; ++i) {
            TupleObject* mro =
                bases_->items[i].as<TypeObject>()->mro;  // null only if that tuple's allocation took it away
            lists_->items[i] = own(mro ? mro : bases_.get()).release();
        }
        lists_->items[count_ - 1] = own(bases_.get()).release();
        return ok();
    }

    // Many bases take long, long chains of classes, too.
    Status count(size_t looked_at) {
        note_work(thread_, looked_at / 32 + 1);
        looked_at_ += looked_at;
        if (looked_at_ < kPlacesPerLook) return ok();
        looked_at_ = 0;
        return check_deadline(thread_);
    }

    bool in_some_tail(Value candidate) {
        for (uint32_t i = 0; i < count_; ++i) {
            in_tails_ += list(i)->size;
            for (uint32_t k = heads_[i] + 1; k < list(i)->size; ++k)
                if (list(i)->items[k] == candidate) return true;
        }
        return false;
    }

    Status merge(ListObject* result) {
        TRY(list_append(thread_, result, Value::object(type_)));
        for (;;) {
            Value chosen = Value::unbound();
            bool finished = true;
            for (uint32_t i = 0; i < count_ && chosen.is_unbound(); ++i) {
                Value candidate = head(i);
                if (candidate.is_unbound()) continue;
                finished = false;
                if (!in_some_tail(candidate)) chosen = candidate;
                TRY(count(std::exchange(in_tails_, 0)));
            }
            if (finished) return ok();
            if (chosen.is_unbound()) return inconsistent();
            TRY(list_append(thread_, result, chosen));
            for (uint32_t i = 0; i < count_; ++i)
                if (head(i) == chosen) ++heads_[i];
        }
    }

    Status inconsistent() {
        std::string names;
        for (uint32_t i = 0; i < count_; ++i) {
            Value candidate = head(i);
            bool seen = candidate.is_unbound();
            for (uint32_t j = 0; j < i && !seen; ++j) seen = head(j) == candidate;
            if (seen) continue;
            if (!names.empty()) names += ", ";
            names += type_name(candidate.as<TypeObject>());
            if (names.size() > 1000) break;
        }
        return raise(thread_, Exc::TypeError, "Cannot create a consistent method resolution\norder (MRO) for bases %s",
                     names.c_str());
    }

    Thread& thread_;
    TypeObject* type_;
    RefTo<TupleObject> bases_, lists_;
    uint32_t count_;
    uint32_t* heads_ = nullptr;
    size_t in_tails_ = 0, looked_at_ = 0;   // places compared: by the last search, and since the last look
};

Status check_custom_mro(Thread& t, TypeObject* type, TupleObject* mro) {
    const TypeObject* solid = solid_base(type);
    for (uint32_t i = 0; i < mro->size; ++i) {
        TypeObject* cls = as_type(mro->items[i]);
        if (!cls) return raise(t, Exc::TypeError, "mro() returned a non-class ('%s')", type_name_of(t, mro->items[i]));
        const TypeObject* theirs = solid_base(cls);
        bool fits = solid == theirs;
        for (const TypeObject* base = solid; base && !fits; base = base->base) fits = base == theirs;
        if (!fits) return raise(t, Exc::TypeError, "mro() returned base with unsuitable layout ('%s')", type_name(cls));
    }
    return ok();
}

RefTo<TupleObject> custom_mro(Thread& t, TypeObject* type) {
    Ref result = TRY(call_special(t, Value::object(type), t.interp.names.mro_text));
    return to_tuple(t, result);
}

}  // namespace

RefTo<TupleObject> c3_mro(Thread& t, TypeObject* type) { return Merge(t, type).run(); }

Fallible<bool> refresh_mro(Thread& t, TypeObject* type) {
    TypeObject* meta = type->type;
    TypeObject* root = t.interp.type(Kind::Type);
    Value mine = meta == root ? Value::unbound() : type_lookup_nocall(meta, t.interp.names.mro_text);
    bool custom = meta != root && !(mine == type_own_attribute_nocall(root, t.interp.names.mro_text));
    RefTo<TupleObject> before = RefTo<TupleObject>::own(type->mro);
    RefTo<TupleObject> mro = custom ? custom_mro(t, type) : c3_mro(t, type);
    if (!mro) return Failed{};
    if (custom) TRY(check_custom_mro(t, type, mro.get()));
    if (type->mro != before.get()) return false;
    if (custom) type->type_flags |= kTypeUncacheable;
    Ref replaced = type->mro ? Ref::steal(Value::object(type->mro)) : Ref();
    type->mro = mro.release();
    type_modified(type);
    return true;
}

Status compute_mro(Thread& t, TypeObject* type) {
    TRY(refresh_mro(t, type));
    return ok();
}

}  // namespace krait
