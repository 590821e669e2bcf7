import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("matches", "0002_learning"),
        ("postings", "0004_plausible_numbers"),
        ("students", "0001_initial"),
    ]

    operations = [
        migrations.AddField("match", "percentile_low", models.FloatField(null=True)),
        migrations.AddField("match", "percentile_high", models.FloatField(null=True)),
        migrations.AddField("match", "theirs", models.FloatField(null=True)),
        migrations.AddField("match", "extra", models.BooleanField(default=False)),
        migrations.CreateModel(
            name="BalancingSetting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "strength",
                    models.FloatField(
                        validators=[
                            django.core.validators.MinValueValidator(0.0),
                            django.core.validators.MaxValueValidator(1.0),
                        ],
                        verbose_name="strength",
                    ),
                ),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "university",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="balancing",
                        to="accounts.organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "balancing setting",
                "verbose_name_plural": "balancing settings",
            },
        ),
        migrations.CreateModel(
            name="PostingDemand",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("shown", models.PositiveIntegerField()),
                ("pressure", models.FloatField()),
                (
                    "posting",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="demand",
                        to="postings.posting",
                    ),
                ),
            ],
            options={
                "verbose_name": "demand for a posting",
                "verbose_name_plural": "demand for postings",
            },
        ),
        migrations.CreateModel(
            name="ListOrder",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "postings",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), size=None
                    ),
                ),
                (
                    "base",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(), size=None
                    ),
                ),
                (
                    "student",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="list_order",
                        to="students.studentprofile",
                    ),
                ),
            ],
            options={
                "verbose_name": "order of a list",
                "verbose_name_plural": "orders of lists",
            },
        ),
    ]
