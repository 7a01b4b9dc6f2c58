package bank;

/**
 * remark (money of one person
 */
public class Account {
    private long cents;
    private static final char MARK = '(';

    // remark (never negative
    public void deposit(long amount) {
        if (amount < 0) {
            throw new IllegalArgumentException("quoted (\" negative");
        }
        cents += amount;
    }

    String text() {
        return """
            quoted ( "%d"
            """.formatted(cents);
    }
}
