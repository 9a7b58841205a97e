from celery import Celery
from celery.schedules import crontab

app = Celery("shop")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.conf.beat_schedule = {
    "send-reminders": {
        "task": "shop.tasks.send_reminders",
        "schedule": crontab(hour=6, minute=30),
    },
}
