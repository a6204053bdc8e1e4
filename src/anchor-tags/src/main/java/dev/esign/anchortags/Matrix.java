package dev.esign.anchortags;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSNumber;

/** A transformation as PDF writes it. */
record Matrix(double a, double b, double c, double d, double e, double f) {

    static final Matrix IDENTITY = new Matrix(1, 0, 0, 1, 0, 0);
    private static final int NUMBERS = 6;

    static Matrix shift(double x, double y) {
        return new Matrix(1, 0, 0, 1, x, y);
    }

    /** The matrix in an array; the identity if there is none. */
    static Matrix of(COSArray array) {
        if (array == null || array.size() < NUMBERS) {
            return IDENTITY;
        }
        double[] numbers = new double[NUMBERS];
        for (int i = 0; i < NUMBERS; i++) {
            numbers[i] = array.getObject(i) instanceof COSNumber number ? number.floatValue() : 0;
        }
        return new Matrix(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
    }

    /** This transformation, and then the other one. */
    Matrix times(Matrix other) {
        return new Matrix(a * other.a + b * other.c, a * other.b + b * other.d, c * other.a + d * other.c,
                c * other.b + d * other.d, e * other.a + f * other.c + other.e, e * other.b + f * other.d + other.f);
    }
}
