class InsufficientFunds(Exception):
    def __init__(self, account, amount):
        super().__init__('%s lacks %.2f' % (account.owner, amount - account.balance))


class Account:
    rate = 0.01

    def __init__(self, owner, balance=0.0):
        self.owner, self._balance, self.history = owner, balance, []

    @property
    def balance(self):
        return self._balance

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError('bad amount: %r' % amount)
        self._balance += amount
        self.history.append(('deposit', amount))

    def withdraw(self, amount):
        if amount > self.balance:
            raise InsufficientFunds(self, amount)
        self._balance -= amount
        self.history.append(('withdraw', amount))

    def interest(self):
        self.deposit(round(self.balance * self.rate, 2))

    def __repr__(self):
        return '{0.__class__.__name__}({0.owner!r}, {0.balance:,.2f})'.format(self)


class Savings(Account):
    rate = 0.05


def transfer(source, target, amount):
    source.withdraw(amount)
    try:
        target.deposit(amount)
    except Exception:
        source.deposit(amount)
        raise


a, b = Account('Ann', 100), Savings('Bob', 5000)
for source, target, amount in [(a, b, 30), (a, b, 300), (b, a, 1234.5), (b, None, 10)]:
    try:
        transfer(source, target, amount)
    except (InsufficientFunds, AttributeError) as error:
        print(type(error).__name__, error)
    print(a, b)
# expect: Account('Ann', 70.00) Savings('Bob', 5,030.00)
# expect: InsufficientFunds Ann lacks 230.00
# expect: Account('Ann', 70.00) Savings('Bob', 5,030.00)
# expect: Account('Ann', 1,304.50) Savings('Bob', 3,795.50)
# expect: AttributeError 'NoneType' object has no attribute 'deposit'
# expect: Account('Ann', 1,304.50) Savings('Bob', 3,795.50)
b.interest()
print(b, b.history)  # expect: Savings('Bob', 3,985.28) [('deposit', 30), ('withdraw', 1234.5), ('withdraw', 10), ('deposit', 10), ('deposit', 189.78)]
