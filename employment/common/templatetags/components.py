"""Template tags of the design system; the markup is in ``templates/components``."""

from typing import Any

from django import template
from django.core.paginator import Page
from django.forms import BoundField
from django.forms.boundfield import BoundWidget
from django.http import HttpRequest, QueryDict
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from employment.common.forms_markup import (
    CLASSES,
    describe_widget,
    name_blank_choice,
    widget_attributes,
)

register = template.Library()


@register.simple_tag
def icon(name: str, extra: str = "") -> SafeString:
    """A decorative icon of the sprite; the words beside it carry the meaning."""
    return format_html(
        '<svg class="icon {}" fill="none" stroke="currentColor" stroke-width="2" '
        'stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">'
        '<use href="{}#{}"></use></svg>',
        extra,
        static("img/icons.svg"),
        name,
    )


@register.simple_block_tag
def card(content: str, **parameters: Any) -> str:
    """Parameters: title, subtitle, icon, note, link_url, link_label, level (heading 2–4), id,
    extra (classes), flush (no padding: tables and lists), reading (wide line height)."""
    return render_to_string("components/card.html", {"level": 2, **parameters, "content": content})


@register.simple_block_tag
def dialog(content: str, id: str, title: str, **parameters: Any) -> str:
    """A native dialog; any button with ``data-employment-dialog="<id>"`` opens it."""
    context = {"id": id, "title": title, **parameters, "content": content}
    return render_to_string("components/dialog.html", context)


@register.simple_block_tag
def dropdown(content: str, label: str, **parameters: Any) -> str:
    """Parameters: icon, extra (classes of the button), end (align right), bare (icon only)."""
    context = {"label": label, **parameters, "content": content}
    return render_to_string("components/dropdown.html", context)


@register.simple_block_tag
def page_heading(content: str, title: str, **parameters: Any) -> str:
    """The page's h1 with its actions as content. Parameters: subtitle, pretitle."""
    context = {"title": title, **parameters, "content": content}
    return render_to_string("components/page_heading.html", context)


@register.simple_block_tag(takes_context=True)
def filter_bar(context: template.Context, content: str, **parameters: Any) -> str:
    """A GET form above a list. Parameters: form (all its fields), or the fields as content;
    target (id of the results that htmx swaps while typing)."""
    request = context["request"]
    frame = {"path": request.path, "sort": request.GET.get("sort", ""), "content": content}
    return render_to_string("components/filter_bar.html", {**parameters, **frame})


@register.inclusion_tag("components/active_filters.html", takes_context=True)
def active_filters(
    context: template.Context,
    form: Any = None,
    labels: dict[str, str] | None = None,
    count: int | None = None,
) -> dict[str, Any]:
    """The number found and a chip for each filter in the URL; stands inside the results.
    Filters come from the form's fields, or from ``labels`` (parameter to label)."""
    request = context["request"]
    chips = filter_chips(request.GET, form, labels or {})
    return {"chips": chips, "count": count, "path": request.path}


@register.simple_block_tag(takes_context=True)
def confirm(
    context: template.Context, content: str, id: str, url: str, title: str, **parameters: Any
) -> str:
    """A dialog that asks before a POST to ``url``. Parameters: label (of the submit button),
    danger (bool), htmx_target, hidden (dict of further fields)."""
    return render_to_string(
        "components/confirm.html",
        {"id": id, "url": url, "title": title, **parameters, "content": content},
        request=context["request"],
    )


@register.inclusion_tag("components/pagination.html", takes_context=True)
def pagination(context: template.Context, page: Page[Any], target: str = "") -> dict[str, Any]:
    """Links to the pages, keeping the query string; ``target`` is swapped by htmx."""
    query: QueryDict = context["request"].GET
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    links = [(number, _query_with(query, page=number)) for number in numbers]
    return {
        "page": page,
        "target": target,
        "links": links,
        "ellipsis": page.paginator.ELLIPSIS,
        "previous": _query_with(query, page=page.number - 1),
        "next": _query_with(query, page=page.number + 1),
    }


@register.inclusion_tag("components/sort_link.html", takes_context=True)
def sort_link(
    context: template.Context, key: str, label: str, target: str = "", extra: str = ""
) -> dict[str, Any]:
    """A sortable table head as a whole ``<th>``; ``?sort=key`` ascends, ``?sort=-key`` descends.
    ``extra`` are classes: a column of numbers has ``q-num`` and starts with the largest."""
    query: QueryDict = context["request"].GET
    now = {key: "ascending", f"-{key}": "descending"}.get(query.get("sort", ""), "")
    first = "descending" if "q-num" in extra else "ascending"
    following = {"": first, "ascending": "descending", "descending": "ascending"}[now]
    value = key if following == "ascending" else f"-{key}"
    return {
        "label": label,
        "now": now,
        "target": target,
        "extra": extra,
        "query": _query_with(query, sort=value, page=None),
    }


@register.simple_tag(takes_context=True)
def query(context: template.Context, **changes: Any) -> str:
    """The present query string with changes; None or '' removes a parameter."""
    return _query_with(context["request"].GET, **changes)


@register.simple_tag
def field_widget(field: BoundField) -> SafeString:
    """The form control with classes and its help and errors tied to it."""
    name_blank_choice(field)
    return field.as_widget(attrs=widget_attributes(field))


@register.filter
def dressed_choices(field: BoundField) -> list[BoundWidget]:
    """The single boxes of a group of radio buttons or check boxes, with classes."""
    choices = list(field.subwidgets)
    for choice in choices:
        choice.data["attrs"]["class"] = CLASSES["choices"]
    return choices


@register.filter
def widget_kind(field: BoundField) -> str:
    return describe_widget(field)


@register.inclusion_tag("components/job_progress.html", takes_context=True)
def job_progress(
    context: template.Context, job: Any, url: str = "", cancel_url: str = "", result_url: str = ""
) -> dict[str, Any]:
    """A row of long work that polls ``url`` (which answers with this same tag) until it ends."""
    request: HttpRequest = context["request"]
    return {
        "job": job,
        "url": url,
        "cancel_url": cancel_url,
        "result_url": result_url,
        "csrf_token": context.get("csrf_token"),
        "request": request,
    }


def filter_chips(query: QueryDict, form: Any, labels: dict[str, str]) -> list[dict[str, str]]:
    """What is set in the URL, each with the query string without it."""
    names = labels or (form.fields if form else ())
    return [
        {
            "label": labels.get(name) or str(form[name].label or name),
            "value": _shown_value(form, name, value),
            "query": _query_without(query, name, value),
        }
        for name in names
        for value in query.getlist(name)
        if value.strip()
    ]


def _shown_value(form: Any, name: str, value: str) -> str:
    field = form.fields.get(name) if form else None
    for key, text in getattr(field, "choices", ()):
        if str(key) == value:
            return str(text)
    return value


def _query_with(query: QueryDict, **changes: Any) -> str:
    changed = query.copy()
    for name, value in changes.items():
        if value in (None, ""):
            changed.pop(name, None)
        else:
            changed[name] = str(value)
    return "?" + changed.urlencode()


def _query_without(query: QueryDict, name: str, value: str) -> str:
    changed = query.copy()
    changed.setlist(name, [kept for kept in changed.getlist(name) if kept != value])
    changed.pop("page", None)
    return "?" + changed.urlencode()
