# Import companies and placements from a file.
import-title = Import from a file
import-file = Choose a file
import-how = A CSV file or a workbook. First you see whether anything is wrong. Nothing is stored before everything is right and you have pressed.
import-list = What is in the file?
import-choose = File
import-look = Look at the file
import-template-companies = Template for companies
import-template-placements = Template for placements
import-reading = I am reading the file: { $done } of { $rows } rows.
import-wrong =
    { $rows ->
        [one] Mistakes in the row: { $count }. Nothing is stored. Mend the file and send it again.
       *[other] Mistakes in { $rows } rows: { $count }. Nothing is stored. Mend the file and send it again.
    }
import-problems = Mistakes in the file
import-row = Row
import-column = Column
import-what = What is wrong
import-good =
    { $count ->
        [one] The row is right. Nothing is stored yet.
       *[other] All { $count } rows are right. Nothing is stored yet.
    }
import-unread = These columns are not read: { $columns }. If one of them matters, give it the heading from the template.
import-store = Store them all
import-another = Choose another file
import-stored =
    { $count ->
        [one] The row is stored.
       *[other] { $count } rows are stored.
    }
import-nothing = There are no rows in the file.
import-empty = The field is empty but must be filled in.
import-twice = “{ $written }” exists already, here or in the file.
import-number = “{ $written }” is not a number.
import-reference = “{ $written }” is not a placement's number. It looks like P-7KQ2. Leave it empty to get a new one.
import-company = “{ $written }” is not known. Import the company first, or mend its name.
import-type = “{ $written }” is not a type. Write for instance Internship or Flex job.
import-status = “{ $written }” is not a status. Write planned, running, paused or ended.
import-day = “{ $written }” is not a day. Write it as 24-11-2026.
import-order = “{ $written }” lies before the first day.
import-hours = “{ $written }” will not do. Hours a week must be a number above 0 and at most 48.
import-person = “{ $written }” is not one of the jobcenter's people in that role.
error-import-file = The file cannot be read. Use a CSV file or a workbook with the headings of the template in its first row.
