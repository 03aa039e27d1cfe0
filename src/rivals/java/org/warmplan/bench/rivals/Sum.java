package org.warmplan.bench.rivals;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/** A linear expression: a constant and variables, each with a factor. */
final class Sum {
    private int[] variables = new int[8];
    private long[] factors = new long[8];
    private int size;
    private long constant;

    Sum add(long amount) {
        constant += amount;
        return this;
    }

    Sum add(int variable, long factor) {
        if (size == variables.length) {
            variables = Arrays.copyOf(variables, 2 * size);
            factors = Arrays.copyOf(factors, 2 * size);
        }
        variables[size] = variable;
        factors[size] = factor;
        size++;
        return this;
    }

    Sum add(Sum other, long factor) {
        for (int i = 0; i < other.size; i++) {
            add(other.variables[i], factor * other.factors[i]);
        }
        return add(factor * other.constant);
    }

    /** The same with every variable once. */
    Sum merged() {
        SortedMap<Integer, Long> byVariable = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            byVariable.merge(variables[i], factors[i], Long::sum);
        }
        Sum merged = new Sum().add(constant);
        byVariable.forEach(merged::add);
        return merged;
    }

    int size() {
        return size;
    }

    int variable(int index) {
        return variables[index];
    }

    long factor(int index) {
        return factors[index];
    }

    long constant() {
        return constant;
    }
}
