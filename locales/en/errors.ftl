# When something cannot be done: what is wrong, and what to do now.
error-general = Something went wrong on our side. Try again in a moment, or call { $body }: { $phone }.
error-failed = We did not manage to handle your message. It has been put aside and a person will look at it. Your reference is <b>{ $reference }</b>. If it is urgent, call { $body }: { $phone }.
error-not-allowed = You do not have access to that here.
error-not-found = I cannot find that case. Check the number, or see your cases in the menu.
error-invitation = The invitation does not work. It may have been used, or it is too old. Ask { $body } for a new one: { $phone }.
error-already-taken = { $reference }: { $name } was just before you and has the case.
error-already-closed = { $reference } is closed. Write what is happening now and we will open a new case.
error-company-missing = An employer is always invited to a company. Write the company's name.
error-file-too-large = The file is too large. It may be at most 20 MB. Take a smaller picture, or write it in words.
