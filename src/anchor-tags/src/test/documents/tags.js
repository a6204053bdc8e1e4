const fs = require('fs');
const { Document, Packer, Paragraph, TextRun, Table, TableRow, TableCell, Header, Footer, FootnoteReferenceRun } = require('docx');
const { PDFDocument, StandardFonts, degrees } = require('pdf-lib');
const ExcelJS = require('exceljs');
const PDFKit = require('pdfkit');
const XlsxPopulate = require('xlsx-populate');
const out = process.argv[2];

async function word() {
  const cell = text => new TableCell({ children: [new Paragraph(text)] });
  const doc = new Document({
    footnotes: { 1: { children: [new Paragraph('Noted <ini_req_Seller 1>')] } },
    sections: [{
      headers: { default: new Header({ children: [new Paragraph('Head <d_aut_Seller 1_100>')] }) },
      footers: { default: new Footer({ children: [new Paragraph('Foot <ini_req_Buyer 1_45>')] }) },
      children: [
        new Paragraph('Whole: <sig_req_Seller 1_175> and text behind it.'),
        new Paragraph({ children: [new TextRun('Split: <si'), new TextRun({ text: 'g_req_Bu', bold: true }), new TextRun('yer 1_150> over runs.'), new FootnoteReferenceRun(1)] }),
        new Table({ rows: [new TableRow({ children: [cell('Date <t_opt_Seller 1>'), cell('Name <txt_req_Buyer 1_100_9>')] })] }),
      ],
    }],
  });
  fs.writeFileSync(out + '/docx-npm.docx', await Packer.toBuffer(doc));
}

async function excel() {
  const book = new ExcelJS.Workbook();
  const first = book.addWorksheet('Terms');
  first.getCell('A1').value = 'Signature <sig_req_Seller 1_175>';
  first.getCell('B7').value = { richText: [{ text: '<sig_req_' }, { font: { bold: true }, text: 'Buyer 1' }, { text: '_150>' }] };
  first.getCell('C2').value = 42;
  first.headerFooter.oddHeader = '&L&"Arial,Bold"&12Left&CMiddle <d_aut_Seller 1>&RPage &P';
  const second = book.addWorksheet('Second & last');
  second.getCell('AB12').value = { formula: '"<ini_req_"&"Buyer 1>"', result: '<ini_req_Buyer 1>' };
  await book.xlsx.writeFile(out + '/exceljs.xlsx');
}

async function encryptedExcel() {
  const book = await XlsxPopulate.fromBlankAsync();
  book.sheet(0).cell('A1').value('<sig_req_Seller 1_175>');
  await book.toFileAsync(out + '/xlsx-populate-encrypted.xlsx', { password: 'secret' });
}

async function pdfLib() {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const page = pdf.addPage([612, 792]);
  page.drawText('Whole: <sig_req_Seller 1_175> and text behind it.', { x: 72, y: 700, size: 12, font });
  'Letters <sig_req_Buyer 1_150>'.split('').reduce((x, c) => { page.drawText(c, { x, y: 650, size: 12, font }); return x + font.widthOfTextAtSize(c, 12); }, 72);
  page.drawText('<ini_req_Buyer 1>', { x: 300, y: 300, size: 10, font, rotate: degrees(90) });
  const turned = pdf.addPage([612, 792]);
  turned.setRotation(degrees(90));
  turned.drawText('Second <d_aut_Seller 1_100>', { x: 100, y: 200, size: 12, font });
  fs.writeFileSync(out + '/pdf-lib.pdf', await pdf.save());
}

function pdfkit() {
  return new Promise(resolve => {
    const doc = new PDFKit({ size: 'A4' });
    const file = fs.createWriteStream(out + '/pdfkit.pdf');
    doc.pipe(file);
    file.on('finish', resolve);
    doc.font('Times-Roman').fontSize(12).text('Whole: <sig_req_Seller 1_175> and text behind it.');
    doc.moveDown().text('Split: <sig_', { continued: true }).font('Times-Bold').text('req_Bu', { continued: true }).font('Times-Roman').text('yer 1_150> over runs.');
    doc.addPage().text('Second <d_aut_Seller 1_100>', { align: 'justify' });
    doc.end();
  });
}

(async () => { await word(); await excel(); await encryptedExcel(); await pdfLib(); await pdfkit(); })();
