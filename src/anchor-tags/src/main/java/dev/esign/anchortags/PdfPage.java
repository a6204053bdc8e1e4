package dev.esign.anchortags;

import java.util.Optional;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;

/**
 * A node of a PDF's tree of pages, with what it inherits from those above.
 *
 * @param dictionary the node itself
 * @param resources what its contents refer to
 * @param box what is shown of it: left, lower, right, upper
 * @param rotation by how much it is turned clockwise when it is shown: 0, 90, 180 or 270
 */
record PdfPage(COSDictionary dictionary, Optional<COSDictionary> resources, double[] box, int rotation) {

    private static final double[] LETTER = { 0, 0, 612, 792 };
    private static final int FULL_TURN = 360;

    static PdfPage root(COSDictionary dictionary) {
        return new PdfPage(dictionary, Optional.empty(), LETTER, 0).with(dictionary);
    }

    PdfPage child(COSDictionary kid) {
        return with(kid);
    }

    /** Where a point of the page is when the page is shown, from its upper left corner. */
    double[] shown(double x, double y) {
        return switch (rotation) {
            case 90 -> new double[] { y - box[1], x - box[0] };
            case 180 -> new double[] { box[2] - x, y - box[1] };
            case 270 -> new double[] { box[3] - y, box[2] - x };
            default -> new double[] { x - box[0], box[3] - y };
        };
    }

    private PdfPage with(COSDictionary node) {
        COSDictionary own = node.getCOSDictionary(COSName.RESOURCES);
        double[] media = box(node.getCOSArray(COSName.MEDIA_BOX), box);
        int turn = node.getDictionaryObject(COSName.ROTATE) instanceof COSNumber angle
                ? Math.floorMod(angle.intValue(), FULL_TURN)
                : rotation;
        return new PdfPage(node, own == null ? resources : Optional.of(own), box(node.getCOSArray(COSName.CROP_BOX), media),
                turn);
    }

    private static double[] box(COSArray given, double[] otherwise) {
        if (given == null || given.size() < LETTER.length) {
            return otherwise;
        }
        double[] corners = new double[LETTER.length];
        for (int i = 0; i < corners.length; i++) {
            if (!(given.getObject(i) instanceof COSNumber number)) {
                return otherwise;
            }
            corners[i] = number.floatValue();
        }
        return new double[] { Math.min(corners[0], corners[2]), Math.min(corners[1], corners[3]),
                Math.max(corners[0], corners[2]), Math.max(corners[1], corners[3]) };
    }
}
