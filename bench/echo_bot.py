"""The yardstick: python-telegram-bot alone, echoing by long polling, storing nothing."""

import sys

from telegram import Update
from telegram.ext import Application, CallbackContext, MessageHandler, filters


async def echo(update: Update, context: CallbackContext) -> None:
    message = update.effective_message
    await context.bot.send_message(message.chat_id, message.text)


if __name__ == "__main__":
    application = (
        Application.builder().token("123456:" + "x" * 30).base_url(f"{sys.argv[1]}/bot").build()
    )
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling()
