// Instructions without control flow: loads and stores, arithmetic, building, attributes, names, imports.
#include "vm/translate/translator.h"

namespace krait {

namespace {

constexpr uint32_t kMaxMisplaced = 12;  // more are put in order: looking for a free temporary stays short
constexpr uint32_t kMaxRotated = 8;     // entries that a rotation moves while translating

/// First of the five forms RR, RK, KR, I RR, I RK of an arithmetic operation.
unsigned arithmetic_forms(Opcode op) {
    switch (op) {
        case Opcode::BINARY_ADD:
        case Opcode::INPLACE_ADD: return INS_ADD_RR;
        case Opcode::BINARY_SUBTRACT:
        case Opcode::INPLACE_SUBTRACT: return INS_SUB_RR;
        case Opcode::BINARY_MULTIPLY:
        case Opcode::INPLACE_MULTIPLY: return INS_MUL_RR;
        case Opcode::BINARY_TRUE_DIVIDE:
        case Opcode::INPLACE_TRUE_DIVIDE: return INS_TRUEDIV_RR;
        case Opcode::BINARY_FLOOR_DIVIDE:
        case Opcode::INPLACE_FLOOR_DIVIDE: return INS_FLOORDIV_RR;
        case Opcode::BINARY_MODULO:
        case Opcode::INPLACE_MODULO: return INS_MOD_RR;
        case Opcode::BINARY_AND:
        case Opcode::INPLACE_AND: return INS_AND_RR;
        case Opcode::BINARY_OR:
        case Opcode::INPLACE_OR: return INS_OR_RR;
        case Opcode::BINARY_XOR:
        case Opcode::INPLACE_XOR: return INS_XOR_RR;
        case Opcode::BINARY_LSHIFT:
        case Opcode::INPLACE_LSHIFT: return INS_LSHIFT_RR;
        case Opcode::BINARY_RSHIFT:
        case Opcode::INPLACE_RSHIFT: return INS_RSHIFT_RR;
        case Opcode::BINARY_POWER:
        case Opcode::INPLACE_POWER: return INS_POW_RR;
        default: return INS_MATMUL_RR;
    }
}

static_assert(INS_ADD_RK == INS_ADD_RR + 1 && INS_ADD_KR == INS_ADD_RR + 2 && INS_IADD_RR == INS_ADD_RR + 3 &&
              INS_IADD_RK == INS_ADD_RR + 4);

}  // namespace

void Translator::translate_instruction(uint32_t pc, const Unit& unit) {
    const uint32_t arg = unit.arg;
    const uint32_t cell = out_.local_count + arg;  // register of cell `arg`
    switch (unit.opcode) {
        case Opcode::LOAD_FAST: return load_fast(arg);
        case Opcode::STORE_FAST: return store_fast(arg);
        case Opcode::DELETE_FAST: return delete_fast(arg);
        case Opcode::LOAD_CONST:
            if (unit.plan != 0) return enter_region_normally(blocks_.plan_at(unit.plan));
            return push(EntryKind::Const, arg);
        case Opcode::LOAD_CLOSURE: return push(EntryKind::Local, cell);
        case Opcode::POP_TOP: drop_entries(depth_, depth_ - 1); return void(pop());
        case Opcode::ROT_TWO: return rotate(2);
        case Opcode::ROT_THREE: return rotate(3);
        case Opcode::ROT_N: return rotate_many(arg);
        case Opcode::DUP_TOP: return duplicate(depth_ - 1);
        case Opcode::DUP_TOP_TWO:
            duplicate(depth_ - 2);
            return duplicate(depth_ - 2);
        case Opcode::NOP: return;

        case Opcode::UNARY_POSITIVE: return operate_on_top(INS_POS);
        case Opcode::UNARY_NEGATIVE: return operate_on_top(INS_NEG);
        case Opcode::UNARY_NOT:
            if (next_is(pc, Opcode::POP_JUMP_IF_FALSE) || next_is(pc, Opcode::POP_JUMP_IF_TRUE)) return not_jump(pc);
            return operate_on_top(INS_NOT);
        case Opcode::UNARY_INVERT: return operate_on_top(INS_INVERT);
        case Opcode::GET_ITER: return operate_on_top(INS_GETITER);
        case Opcode::GET_YIELD_FROM_ITER: return operate_on_top(INS_GETYIELDFROMITER);
        case Opcode::GET_AWAITABLE: return operate_on_top(INS_GETAWAITABLE);
        case Opcode::GET_AITER: return operate_on_top(INS_GETAITER);
        case Opcode::CHECK_EG_MATCH: return match_group();
        case Opcode::PREP_RERAISE_STAR: return store_top(INS_EGRAISE, 0, 0);

        case Opcode::BINARY_MATRIX_MULTIPLY:
        case Opcode::BINARY_POWER:
        case Opcode::BINARY_MULTIPLY:
        case Opcode::BINARY_MODULO:
        case Opcode::BINARY_ADD:
        case Opcode::BINARY_SUBTRACT:
        case Opcode::BINARY_FLOOR_DIVIDE:
        case Opcode::BINARY_TRUE_DIVIDE:
        case Opcode::BINARY_LSHIFT:
        case Opcode::BINARY_RSHIFT:
        case Opcode::BINARY_AND:
        case Opcode::BINARY_XOR:
        case Opcode::BINARY_OR: return binary(arithmetic_forms(unit.opcode), false);
        case Opcode::INPLACE_MATRIX_MULTIPLY:
        case Opcode::INPLACE_POWER:
        case Opcode::INPLACE_MULTIPLY:
        case Opcode::INPLACE_MODULO:
        case Opcode::INPLACE_ADD:
        case Opcode::INPLACE_SUBTRACT:
        case Opcode::INPLACE_FLOOR_DIVIDE:
        case Opcode::INPLACE_TRUE_DIVIDE:
        case Opcode::INPLACE_LSHIFT:
        case Opcode::INPLACE_RSHIFT:
        case Opcode::INPLACE_AND:
        case Opcode::INPLACE_XOR:
        case Opcode::INPLACE_OR: return binary(arithmetic_forms(unit.opcode), true);
        case Opcode::BINARY_SUBSCR: return subscript();
        case Opcode::STORE_SUBSCR:
        case Opcode::DELETE_SUBSCR: return store_subscript(unit.opcode == Opcode::STORE_SUBSCR);
        case Opcode::COMPARE_OP: return compare(pc, unit);

        case Opcode::LOAD_GLOBAL: return void(emit(INS_LOADG, push_result(), 0, new_cache(arg)));
        case Opcode::STORE_GLOBAL: return store_top(INS_STOREG, 0, arg);
        case Opcode::DELETE_GLOBAL: return void(emit(INS_DELG, 0, 0, arg));
        case Opcode::LOAD_NAME: return void(emit(INS_LOADNAME, push_result(), 0, new_cache(arg)));
        case Opcode::STORE_NAME: return store_top(INS_STORENAME, 0, new_cache(arg));
        case Opcode::DELETE_NAME: return void(emit(INS_DELNAME, 0, 0, arg));
        case Opcode::LOAD_DEREF: return void(emit(INS_LOADDEREF, push_result(), cell));
        case Opcode::STORE_DEREF: return store_top(INS_STOREDEREF, cell, 0);
        case Opcode::DELETE_DEREF: return void(emit(INS_DELDEREF, 0, cell));
        case Opcode::LOAD_CLASSDEREF: return void(emit(INS_LOADCLASSDEREF, push_result(), cell));
        case Opcode::SETUP_ANNOTATIONS: return void(emit(INS_SETUPANNOT));
        case Opcode::STORE_ANNOTATION: return store_top(INS_STOREANNOT, 0, arg);
        case Opcode::LOAD_ATTR: return load_attr(unit, info_[pc / 2].pairs);
        case Opcode::STORE_ATTR: return store_attr(arg);
        case Opcode::DELETE_ATTR: return store_top(INS_DELATTR, 0, arg);

        case Opcode::BUILD_TUPLE: return build(INS_BUILDTUPLE, arg, arg);
        case Opcode::BUILD_LIST: return build(INS_BUILDLIST, arg, arg);
        case Opcode::BUILD_SET: return build(INS_BUILDSET, arg, arg);
        case Opcode::BUILD_MAP: return build(INS_BUILDMAP, 2 * arg, arg);
        case Opcode::BUILD_CONST_KEY_MAP: return build(INS_BUILDCONSTKEYMAP, arg + 1, arg);
        case Opcode::BUILD_STRING: return build(INS_BUILDSTRING, arg, arg);
        case Opcode::BUILD_SLICE: return build(INS_BUILDSLICE, arg, arg);
        case Opcode::BUILD_TUPLE_UNPACK: return build(INS_BUILDTUPLEUNPACK, arg, arg);
        case Opcode::BUILD_LIST_UNPACK: return build(INS_BUILDLISTUNPACK, arg, arg);
        case Opcode::BUILD_SET_UNPACK: return build(INS_BUILDSETUNPACK, arg, arg);
        case Opcode::BUILD_MAP_UNPACK: return build(INS_BUILDMAPUNPACK, arg, arg);
        case Opcode::BUILD_TUPLE_UNPACK_WITH_CALL:
            return unpack_for_call(INS_BUILDTUPLEUNPACKCALL, INS_BUILDTUPLEUNPACK, arg, 1);
        case Opcode::BUILD_MAP_UNPACK_WITH_CALL:
            return unpack_for_call(INS_BUILDMAPUNPACKCALL, INS_BUILDMAPUNPACK, arg, 2);
        case Opcode::FORMAT_VALUE:
            if ((arg & 4) != 0) return build(INS_FORMAT, 2, arg);
            return operate_on_top(INS_FORMAT, arg);
        case Opcode::LIST_APPEND:
        case Opcode::SET_ADD:
        case Opcode::MAP_ADD: return container_add(unit);
        case Opcode::UNPACK_SEQUENCE: return unpack_sequence(pc, unit);
        case Opcode::UNPACK_EX: return unpack_to_temporaries(INS_UNPACKEX, (arg & 255) + 1 + (arg >> 8), arg);

        case Opcode::IMPORT_NAME: return build(INS_IMPORTNAME, 2, arg);
        case Opcode::IMPORT_FROM: return read_below(INS_IMPORTFROM, arg);
        case Opcode::IMPORT_STAR: return store_top(INS_IMPORTSTAR, 0, 0);
        case Opcode::GET_ANEXT: return read_below(INS_GETANEXT, 0);
        case Opcode::MATCH_SEQUENCE: return read_below(INS_MATCH, kMatchSequence);
        case Opcode::MATCH_MAPPING: return read_below(INS_MATCH, kMatchMapping);
        case Opcode::GET_LEN: return read_below(INS_MATCH, kMatchLength);
        case Opcode::MATCH_KEYS: return match_keys();
        case Opcode::COPY_DICT_WITHOUT_KEYS: return copy_without_keys();
        case Opcode::MATCH_CLASS: return build(INS_MATCHCLASS, 3, arg);
        case Opcode::PRINT_EXPR: return store_top(INS_PRINTEXPR, 0, 0);
        case Opcode::LOAD_BUILD_CLASS: return void(emit(INS_LOADBUILDCLASS, push_result()));
        case Opcode::LOAD_TYPING: return void(emit(INS_LOADTYPING, push_result(), 0, arg));
        case Opcode::CALL_FUNCTION:
        case Opcode::CALL_FUNCTION_KW: return call(unit, info_[pc / 2].pairs);
        case Opcode::CALL_FUNCTION_EX: return call_ex(arg);
        case Opcode::MAKE_FUNCTION: return make_function(arg);
        case Opcode::YIELD_VALUE: return yield_value();
        case Opcode::YIELD_FROM: return yield_from();
        case Opcode::BEFORE_ASYNC_WITH: return enter_manager(INS_BEFOREASYNCWITH);

        case Opcode::POP_JUMP_IF_FALSE:
        case Opcode::POP_JUMP_IF_TRUE: return pop_jump(unit);
        case Opcode::JUMP_IF_FALSE_OR_POP:
        case Opcode::JUMP_IF_TRUE_OR_POP: return jump_or_pop(unit);
        case Opcode::JUMP_ABSOLUTE:
        case Opcode::JUMP_FORWARD: return jump(BlockStructure::jump_target(unit, pc));
        case Opcode::FOR_ITER: return for_iter(pc, unit);

        case Opcode::SETUP_LOOP:
        case Opcode::SETUP_EXCEPT:
        case Opcode::SETUP_FINALLY:
        case Opcode::SETUP_WITH:
        case Opcode::SETUP_ASYNC_WITH: return setup(pc, unit);
        case Opcode::POP_BLOCK:
        case Opcode::POP_EXCEPT: return pop_block(unit);
        case Opcode::BREAK_LOOP:
        case Opcode::CONTINUE_LOOP: return leave(unit);
        case Opcode::RETURN_VALUE: return return_value(unit);
        case Opcode::END_FINALLY: return end_finally(pc, unit);
        case Opcode::WITH_CLEANUP_START: return with_start(unit);
        case Opcode::WITH_CLEANUP_FINISH: return with_finish(unit);
        case Opcode::RAISE_VARARGS: return raise(arg);
        case Opcode::EXTENDED_ARG: return;  // part of the instruction it precedes
    }
}

// -------------------------------------------------------------------------------------------------------------- locals

void Translator::load_fast(uint32_t local) {
    const uint64_t bit = local < 64 ? uint64_t{1} << local : 0;
    const bool argument = traced_      ? false
                          : local < 64 ? (arguments_ & bit) != 0 && (deleted_ & bit) == 0
                                     : local < input_.total_args && !deletes_far_ && input_.cell_to_arg.empty();
    if ((assigned_ & bit) == 0 && !argument) {
        emit(INS_CHECK, local);
        assigned_ |= bit;
    }
    push(EntryKind::Local, local);
}

/// Lets the instruction emitted last write to the local at once.
bool Translator::retarget(uint32_t temporary_register, uint32_t local) {
    if (out_.ins.size() <= barrier_) return false;
    WideIns& producer = out_.ins.back();
    const char* kinds = internal_op_operands(producer.op);
    if (kinds[0] != 'w' || producer.a != temporary_register) return false;
    if (producer.op == INS_YIELD || producer.op == INS_LOADM) return false;
    producer.a = local;
    operand_bits_ |= local;
    return true;
}

void Translator::store_fast(uint32_t local) {
    const Entry value = stack_[depth_ - 1];
    const bool itself = value.kind == EntryKind::Local && value.value == local;
    const bool referred = local_refs_[local] > (itself ? 1u : 0u);
    if (itself) {
        pop();
    } else {
        if (referred) spill_local(local, depth_ - 1);
        const uint32_t position = depth_ - 1;
        const Entry entry = pop();
        switch (entry.kind) {
            case EntryKind::Local: emit(INS_MOVE, local, entry.value); break;
            case EntryKind::Const: emit(INS_LOADK, local, entry.value); break;
            case EntryKind::ExcType: emit(INS_EXCTYPE, local, temp(entry.value)); break;
            case EntryKind::Canonical:
            case EntryKind::Misplaced: {
                const uint32_t source = temp(entry.kind == EntryKind::Canonical ? position : entry.value);
                if (referred || !retarget(source, local)) emit(INS_STEAL, local, source);
                break;
            }
        }
    }
    if (local < 64) assigned_ |= uint64_t{1} << local;
}

void Translator::delete_fast(uint32_t local) {
    if (local_refs_[local] != 0) spill_local(local, depth_);
    emit(INS_DELFAST, local);
    if (local < 64) assigned_ &= ~(uint64_t{1} << local);
}

// --------------------------------------------------------------------------------------------------------- stack moves

/// The top entry goes below the `count` - 1 entries under it. Nothing is emitted.
void Translator::rotate(uint32_t count) {
    Entry entries[kMaxRotated];
    for (uint32_t i = 0; i < count; ++i) {
        const uint32_t position = depth_ - count + i;
        entries[i] = take_entry(position);
        if (entries[i].kind == EntryKind::Canonical) entries[i] = {EntryKind::Misplaced, position};
    }
    set_entry(depth_ - count, entries[count - 1]);
    for (uint32_t i = 1; i < count; ++i) set_entry(depth_ - count + i, entries[i - 1]);
    if (misplaced_ > kMaxMisplaced) flush();
}

/// Many entries are moved when the code runs: each is put in its place once, however often it is rotated.
void Translator::rotate_many(uint32_t count) {
    if (count < 2) return;
    if (count <= kMaxRotated) return rotate(count);
    place_from(depth_ - count);
    emit(INS_ROTATE, temp(depth_ - count), count);
}

void Translator::duplicate(uint32_t position) {
    if (is_lazy(position)) {
        const uint32_t exception = blocks_.block(intact_block_).base + kHandlerException;
        if (position == exception + 1) return push(EntryKind::ExcType, exception);
        return void(emit(INS_EXCTB, push_result(), temp(exception)));
    }
    const Entry entry = stack_[position];
    if (entry.kind != EntryKind::Canonical && entry.kind != EntryKind::Misplaced) {
        return push(entry.kind, entry.value);
    }
    const uint32_t source = temp(entry.kind == EntryKind::Canonical ? position : entry.value);
    emit(INS_MOVE, push_result(), source);
}

// ---------------------------------------------------------------------------------------------------------- operations

/// R[result] = op R[top], with `c` as a plain operand.
void Translator::operate_on_top(unsigned op, uint32_t c) {
    const uint32_t operand = top_reg();
    pop();
    emit(op, push_result(), operand, c);
}

/// `forms`: the RR form of arithmetic, followed by RK, KR and the augmented RR, RK.
void Translator::binary(unsigned forms, bool augmented) {
    const uint32_t left = depth_ - 2;
    const uint32_t right = depth_ - 1;
    unsigned op = augmented ? forms + 3 : forms;
    uint32_t b;
    uint32_t c;
    if (is_const(right)) {
        ++op;
        b = reg(left);
        c = stack_[right].value;
    } else if (is_const(left) && !augmented) {
        op += 2;
        b = stack_[left].value;
        c = reg(right);
    } else {
        b = reg(left);
        c = reg(right);
    }
    pop_many(2);
    emit(op, push_result(), b, c);
}

void Translator::subscript() {
    const bool constant = is_const(depth_ - 1);
    const uint32_t container = reg(depth_ - 2);
    const uint32_t key = constant ? stack_[depth_ - 1].value : top_reg();
    pop_many(2);
    emit(constant ? INS_SUBSCR_RK : INS_SUBSCR_RR, push_result(), container, key);
}

/// STORE_SUBSCR [value, container, key], DELETE_SUBSCR [container, key].
void Translator::store_subscript(bool stores) {
    const uint32_t key = reg(depth_ - 1);
    const uint32_t container = reg(depth_ - 2);
    if (stores) {
        const uint32_t value = reg(depth_ - 3);
        pop_many(3);
        emit(INS_STORESUB, container, key, value);
    } else {
        pop_many(2);
        emit(INS_DELSUB, container, key);
    }
}

/// Instructions that consume the top entry and push nothing.
void Translator::store_top(unsigned op, uint32_t b, uint32_t c) {
    const uint32_t value = top_reg();
    pop();
    emit(op, value, b, c);
}

void Translator::load_attr(const Unit& unit, bool pair) {
    if (pair && misplaced_ != 0) flush();
    const uint32_t object = top_reg();
    pop();
    const uint32_t cache = new_cache(unit.arg);
    if (!pair) return void(emit(INS_LOADATTR, push_result(), object, cache));
    push_canonical(2);
    emit(INS_LOADM, temp(depth_ - 2), object, cache);
}

/// [value, object]: object.name = value.
void Translator::store_attr(uint32_t name) {
    const uint32_t object = reg(depth_ - 1);
    const uint32_t value = reg(depth_ - 2);
    pop_many(2);
    emit(INS_STOREATTR, object, value, new_cache(name));
}

/// R[result] = op over the topmost entries, in consecutive temporaries.
void Translator::build(unsigned op, uint32_t entries, uint32_t c) {
    place_from(depth_ - entries);
    pop_many(entries);
    const uint32_t first = temp(depth_);
    emit(op, push_result(), first, c);
}

void Translator::container_add(const Unit& unit) {
    const bool map = unit.opcode == Opcode::MAP_ADD;
    const uint32_t popped = map ? 2 : 1;
    const uint32_t position = depth_ - popped - unit.arg;
    if (is_lazy(position)) return fail(Rejection::TooComplex);
    const uint32_t value = reg(depth_ - popped);
    const uint32_t key = map ? reg(depth_ - 1) : 0;
    const uint32_t container = reg(position);
    pop_many(popped);
    if (map) {
        emit(INS_MAPADD, container, key, value);
    } else {
        emit(unit.opcode == Opcode::LIST_APPEND ? INS_LISTAPPEND : INS_SETADD, container, value);
    }
}

void Translator::unpack_to_temporaries(unsigned op, uint32_t results, uint32_t c) {
    if (misplaced_ != 0) flush();
    const uint32_t sequence = top_reg();
    pop();
    const uint32_t first = depth_;
    push_canonical(results);
    emit(op, sequence, temp(first), c);
}

/// Two items go straight to two locals when the stores follow.
void Translator::unpack_sequence(uint32_t pc, const Unit& unit) {
    if (unit.arg != 2) return unpack_to_temporaries(INS_UNPACK, unit.arg, unit.arg);
    const uint32_t first_pc = next_pc(pc);
    const bool stores = next_is(pc, Opcode::STORE_FAST) && next_is(first_pc, Opcode::STORE_FAST);
    if (!stores || blocks_.unit(first_pc).arg == blocks_.unit(next_pc(first_pc)).arg) {
        if (misplaced_ != 0) flush();
        const uint32_t sequence = top_reg();
        pop();
        push_canonical(2);
        return void(emit(INS_UNPACK2, sequence, temp(depth_ - 1), temp(depth_ - 2)));
    }
    const uint32_t second_pc = next_pc(first_pc);
    const uint32_t locals[] = {blocks_.unit(first_pc).arg, blocks_.unit(second_pc).arg};
    for (uint32_t local : locals) {
        if (top_reg() == local) place(depth_ - 1);  // `a, b = a`
        if (local_refs_[local] != 0) spill_local(local, depth_ - 1);
    }
    const uint32_t sequence = top_reg();
    pop();
    emit(INS_UNPACK2, sequence, locals[0], locals[1]);
    for (uint32_t local : locals) {
        if (local < 64) assigned_ |= uint64_t{1} << local;
    }
    skip_to_ = next_pc(second_pc);
}

/// A result from the two top entries, which stay.
void Translator::match_keys() {
    if (is_lazy(depth_ - 1) || is_lazy(depth_ - 2)) return fail(Rejection::TooComplex);
    place_from(depth_ - 2);
    const uint32_t subject = temp(depth_ - 2);
    emit(INS_MATCH, push_result(), subject, kMatchKeys);
}

/// The subject stays below the result, which takes the place of the keys.
void Translator::copy_without_keys() {
    place_from(depth_ - 2);
    const uint32_t subject = temp(depth_ - 2);
    pop();
    emit(INS_MATCH, push_result(), subject, kMatchRest);
}

/// IMPORT_FROM, GET_ANEXT and the tests of patterns: a result from the top entry, which stays.
void Translator::read_below(unsigned op, uint32_t c) {
    if (is_lazy(depth_ - 1)) return fail(Rejection::TooComplex);
    const uint32_t source = top_reg();
    emit(op, push_result(), source, c);
}

}  // namespace krait
