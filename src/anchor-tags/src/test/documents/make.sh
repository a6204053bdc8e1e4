#!/bin/sh
# Makes the documents in ../resources/documents anew. Needs, from Debian: libreoffice-writer, libreoffice-calc, chromium, pandoc,
# weasyprint, ghostscript, qpdf, texlive-latex-base, python3-docx, python3-openpyxl, python3-reportlab; and from npm, in this
# folder or above: docx, exceljs, xlsx-populate, pdf-lib, pdfkit.
set -eu
cd "$(dirname "$0")"
out=../resources/documents
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

office() { # source, format, result
    soffice "-env:UserInstallation=file://$work/office" --headless --convert-to "$2" "$1" --outdir "$work" > /dev/null
    mv "$work/tags.${2%%:*}" "$out/$3"
}

office tags.fodt 'docx:MS Word 2007 XML' libreoffice.docx
office tags.fodt pdf libreoffice.pdf
office tags.fodt doc libreoffice.doc
office tags.fodt rtf libreoffice.rtf
office tags.fods 'xlsx:Calc MS Excel 2007 XML' libreoffice.xlsx
office tags.fods 'xls:MS Excel 97' libreoffice.xls
chromium --headless --no-sandbox --disable-gpu "--user-data-dir=$work/chromium" --no-pdf-header-footer \
    "--print-to-pdf=$out/chromium.pdf" tags.html
pandoc -f html -t docx tags.html -o "$out/pandoc.docx"
weasyprint -q tags.html "$out/weasyprint.pdf"
pdflatex -interaction=batchmode "-output-directory=$work" tags.tex > /dev/null
mv "$work/tags.pdf" "$out/pdflatex-bitmap-fonts.pdf"
gs -q -dNOPAUSE -dBATCH -sDEVICE=pdfwrite "-sOutputFile=$out/ghostscript.pdf" "$out/libreoffice.pdf"
qpdf --object-streams=generate --linearize "$out/libreoffice.pdf" "$out/qpdf-linearized.pdf"
qpdf --encrypt "" owner 256 --print=none -- "$out/libreoffice.pdf" "$out/restricted.pdf"
qpdf --encrypt secret owner 256 -- "$out/libreoffice.pdf" "$out/password.pdf"
/usr/bin/python3 tags.py "$out"
node tags.js "$out"
