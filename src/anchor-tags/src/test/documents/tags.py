import sys
from docx import Document
from openpyxl import Workbook
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas

out = sys.argv[1]

document = Document()
document.sections[0].header.paragraphs[0].text = 'Head <d_aut_Seller 1_100>'
document.sections[0].footer.paragraphs[0].text = 'Foot <ini_req_Buyer 1_45>'
document.add_paragraph('Whole: <sig_req_Seller 1_175> and text behind it.')
split = document.add_paragraph('Split: <sig_')
split.add_run('req_Bu').bold = True
split.add_run('yer 1_150> over runs.')
table = document.add_table(rows=2, cols=2)
table.cell(0, 0).text = 'Time <t_opt_Seller 1>'
table.cell(1, 1).text = 'Name <txt_req_Buyer 1_100_9>'
document.save(out + '/python-docx.docx')

book = Workbook()
sheet = book.active
sheet.title = 'Terms'
sheet['A1'] = 'Signature <sig_req_Seller 1_175>'
sheet['B7'] = '<sig_req_Buyer 1_150>'
sheet.oddFooter.center.text = 'Foot <ini_req_Buyer 1_45>'
book.create_sheet('Second & last')['AB12'] = '<ini_req_Seller 1>'
book.save(out + '/openpyxl.xlsx')

page = canvas.Canvas(out + '/reportlab.pdf', pagesize=A4, pageCompression=1)
page.drawString(72, 700, 'Whole: <sig_req_Seller 1_175> and text behind it.')
page.beginForm('stamp')
page.drawString(0, 0, 'Form <ini_req_Buyer 1_45>')
page.endForm()
page.saveState()
page.translate(72, 600)
page.doForm('stamp')
page.restoreState()
text = page.beginText(72, 500)
text.setCharSpace(3)
text.textLine('Wide <sig_req_Buyer 1_150>')
page.drawText(text)
page.showPage()
page.drawString(72, 700, 'Second <d_aut_Seller 1_100>')
page.save()
