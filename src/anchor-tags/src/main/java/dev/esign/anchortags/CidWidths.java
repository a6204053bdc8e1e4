package dev.esign.anchortags;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;

/** The widths of a font with several bytes for a character, in sizes of the font. */
final class CidWidths {

    private static final float PER_MILLE = 1000;

    /** One width for many characters. */
    private record Range(int first, int last, double width) {
    }

    private final double usual;
    private final Map<Integer, Double> single = new HashMap<>();
    private final List<Range> ranges = new ArrayList<>();

    private CidWidths(double usual) {
        this.usual = usual;
    }

    static CidWidths of(COSDictionary font, Budget budget) {
        CidWidths widths = new CidWidths(font.getFloat(COSName.DW, PER_MILLE) / PER_MILLE);
        COSArray array = font.getCOSArray(COSName.W);
        if (array != null) {
            widths.read(array, budget);
        }
        return widths;
    }

    double of(int cid) {
        Double width = single.get(cid);
        if (width != null) {
            return width;
        }
        for (Range range : ranges) {
            if (cid >= range.first() && cid <= range.last()) {
                return range.width();
            }
        }
        return usual;
    }

    private void read(COSArray array, Budget budget) {
        int i = 0;
        while (i + 1 < array.size()) {
            int first = number(array.getObject(i));
            COSBase next = array.getObject(i + 1);
            if (next instanceof COSArray widths) {
                budget.objects(widths.size());
                for (int j = 0; j < widths.size(); j++) {
                    single.put(first + j, width(widths.getObject(j)));
                }
                i += 2;
            } else if (i + 2 < array.size()) {
                budget.object();
                ranges.add(new Range(first, number(next), width(array.getObject(i + 2))));
                i += 3;
            } else {
                return;
            }
        }
    }

    private static int number(COSBase base) {
        return base instanceof COSNumber number ? number.intValue() : 0;
    }

    private static double width(COSBase base) {
        return base instanceof COSNumber number ? number.floatValue() / PER_MILLE : 0;
    }
}
