// The binder of natives: positional and keyword arguments into slots, and the words of 3.6 when they do not fit. The
// reference words arity errors by the C function that parses the arguments; the signature's shape stands for that here:
// nothing but self - METH_NOARGS; one required argument - METH_O; positional-only objects - PyArg_UnpackTuple;
// positional-only with converted arguments - PyArg_ParseTuple; else PyArg_ParseTupleAndKeywords.
#include "vm/native/parsed_method.h"
#include "vm/native/native_call.h"
#include "vm/object/str_utf8.h"
#include "vm/protocol/call.h"

namespace krait {

namespace {

class Binder {
  public:
    Binder(Thread& t, const BindContext& c, const Value* self, const CallArgs& args, Value* slots, Args* rest,
           Ref* kwargs)
        : t_(t), c_(c), info_(c.info), self_(self), args_(args), slots_(slots), rest_(rest), kwargs_(kwargs) {}

    bool run() {
        given_ = args_.nargs + (self_ ? 1 : 0);
        positional_only_ = info_.positional_only == info_.positional && info_.keyword_only == 0 && !info_.varkw;
        if (info_.typed & kLaterKeywords && !has_keywords(args_)) positional_only_ = true;
        named_ = static_cast<unsigned>(info_.slots - info_.varkw);
        if (positional_only_ && has_keywords(args_)) return no_keywords();
        if (!check_counts()) return false;
        place_positional();
        if (info_.varkw && !prepare_varkw()) return false;
        if (has_keywords(args_) && !place_keywords()) return false;
        return check_required();
    }

  private:
    template <class... A>
    bool type_error(const char* format, A... values) {
        (void)raise(t_, Exc::TypeError, format, values...);
        return false;
    }
    size_t visible_given() const { return given_ - c_.hidden; }
    unsigned visible_positional() const { return info_.positional - c_.hidden; }
    unsigned visible_required() const { return info_.required > c_.hidden ? info_.required - c_.hidden : 0; }
    std::string name_of(unsigned slot) const {
        return std::string(c_.signature + info_.name_begin[slot], info_.name_size[slot]);
    }

    bool no_keywords() {
        return type_error(c_.constructor ? "%s() does not take keyword arguments" : "%s() takes no keyword arguments",
                          c_.function);
    }

    bool check_counts() {
        if (given_ < c_.hidden) return type_error("%s() needs an argument", c_.function);   // unbound call without self
        if (positional_only_) return check_positional_only();
        size_t keywords = args_.kwnames ? args_.kwnames->size : 0;
        size_t most = named_ - c_.hidden;
        if (!info_.varargs && !info_.varkw && visible_given() + keywords > most)
            return type_error("%s() takes at most %zu argument%s (%zu given)", c_.function, most, most == 1 ? "" : "s",
                              visible_given() + keywords);
        if (!info_.varargs && given_ > info_.positional) return wrong_positional_count();
        return true;
    }
    bool wrong_positional_count() {
        unsigned most = visible_positional(), least = visible_required();
        const char* how = most == least ? "exactly" : visible_given() > most ? "at most" : "at least";
        return type_error("Function takes %s %u positional arguments (%zu given)", how,
                          visible_given() > most ? most : least, visible_given());
    }

    bool check_positional_only() {
        size_t given = visible_given();
        unsigned most = visible_positional(), least = visible_required();
        if (given >= least && (given <= most || info_.varargs)) return true;
        if (!info_.varargs && most == 0) return type_error("%s() takes no arguments (%zu given)", c_.function, given);
        if (!info_.varargs && most == 1 && least == 1 && !(info_.typed & kParsedArguments))
            return type_error("%s() takes exactly one argument (%zu given)", c_.function, given);
        bool exact = most == least && !info_.varargs;
        unsigned bound = given < least ? least : most;
        const char* how = exact ? "exactly" : given < least ? "at least" : "at most";
        bool typed = c_.constructor || ((info_.typed & ~kLaterKeywords) >> c_.hidden) != 0;
        if (typed)
            return type_error("%s() takes %s %u argument%s (%zu given)", c_.function, how, bound, bound == 1 ? "" : "s",
                              given);
        return type_error("%s expected %s%s%u arguments, got %zu", c_.function, exact ? "" : how, exact ? "" : " ",
                          bound, given);
    }

    void place_positional() {
        unsigned next = 0;
        if (self_) slots_[next++] = *self_;
        size_t taken = 0;
        while (next < info_.positional && taken < args_.nargs) slots_[next++] = args_.args[taken++];
        for (; next < info_.slots; ++next) slots_[next] = Value::unbound();
        *rest_ = Args{args_.args + taken, args_.nargs - taken};
    }

    bool prepare_varkw() {
        if (!has_keywords(args_)) return true;
        RefTo<DictObject> dict = dict_new(t_);
        if (!dict) return false;
        *kwargs_ = Ref(std::move(dict));
        slots_[named_] = *kwargs_;
        return true;
    }

    // Slot that a keyword may fill, or -1.
    int slot_of(Value name) const {
        auto* text = name.as<StrObject>();
        for (unsigned i = info_.positional_only > c_.hidden ? info_.positional_only : c_.hidden; i < named_; ++i)
            if (str_equals_ascii(text, {c_.signature + info_.name_begin[i], info_.name_size[i]}))
                return static_cast<int>(i);
        return -1;
    }

    bool place_keywords() {
        for (uint32_t k = 0; k < args_.kwnames->size; ++k) {
            Value name = args_.kwnames->items[k], value = args_.args[args_.nargs + k];
            int slot = slot_of(name);
            if (slot < 0) {
                if (info_.varkw) {
                    if (!dict_set(t_, kwargs_->as<DictObject>(), name, value)) return false;
                    continue;
                }
                return type_error("'%s' is an invalid keyword argument for this function",
                                  told(t_, name.as<StrObject>()).c_str());
            }
            if (!slots_[slot].is_unbound())
                return type_error("Argument given by name ('%s') and position (%u)",
                                  name_of(static_cast<unsigned>(slot)).c_str(),
                                  static_cast<unsigned>(slot) + 1 - c_.hidden);
            slots_[slot] = value;
        }
        return true;
    }

    bool check_required() {
        for (unsigned i = c_.hidden; i < named_; ++i) {
            if (!slots_[i].is_unbound() || (info_.optional >> i & 1)) continue;
            if (i < info_.positional_only) return wrong_positional_count();
            return type_error("Required argument '%s' (pos %u) not found", name_of(i).c_str(), i + 1 - c_.hidden);
        }
        return true;
    }

    Thread& t_;
    const BindContext& c_;
    const SignatureInfo& info_;
    const Value* self_;
    const CallArgs& args_;
    Value* slots_;
    Args* rest_;
    Ref* kwargs_;
    size_t given_ = 0;
    unsigned named_ = 0;
    bool positional_only_ = false;
};

}  // namespace

bool bind_slots(Thread& t, const BindContext& context, const Value* self, const CallArgs& args, Value* slots,
                Args* rest, Ref* kwargs) {
    return Binder(t, context, self, args, slots, rest, kwargs).run();
}

BoundArgs bind_arguments(Thread& t, const char* function, const SignatureInfo& info, const char* signature,
                         const CallArgs& args) {
    BoundArgs bound;
    bound.failed_ =
        !bind_slots(t, {function, info, signature, 0, true}, nullptr, args, bound.slots, &bound.rest, &bound.kwargs);
    return bound;
}

}  // namespace krait
