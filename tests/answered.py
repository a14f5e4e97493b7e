"""Answers of the web service in small, made up, for the tests of what is read from them."""

from __future__ import annotations

from html import escape

SITE = "http://democracy.coventry.gov.uk"
FLAGS = "<isrestricted>False</isrestricted><isdisplayallowed>True</isdisplayallowed>"

PEOPLE = (
    ("12", "Councillor Alice Thorne", "Chair", "Present", "Labour", "Radford", ""),
    ("13", "Councillor Ben O&#39;Hara", "Vice-Chair", "Present", "Conservative", "Wyken", ""),
    ("14", "Councillor Carla Diaz", "Committee Member", "Apologies", "Labour", "Earlsdon", ""),
    ("15", "Councillor Dev Patel", "Committee Member", "Expected", "Green", "Foleshill", ""),
    ("16", "Councillor Ed Wright", "Substitute", "Present as substitute", "Labour", "Holbrook", ""),
    ("17", "Mrs Fay Green", "Co-opted Member", "Absent", "", "", "Diocese of Barset"),
    ("18", "Gail Hunt", "Director of Finance", "In attendance", "", "", ""),
    ("19", "Vacancy", "Committee Member", "Present", "", "", ""),
)


def item(
    number: str, title: str, *, aiid: str = "4761", minutes: str = "", decision: str = "", more: str = FLAGS
) -> str:
    return (
        f"<agendaitem><agendaitemid>{aiid}</agendaitemid><agendaitemtitle>{escape(escape(title))}</agendaitemtitle>"
        f"<fulldisplaynumberformat>{number}</fulldisplaynumberformat>{more}"
        f"<decisionnonemptyhtmlbody>{escape(decision)}</decisionnonemptyhtmlbody>"
        f"<minutesnonemptyhtmlbody>{escape(minutes)}</minutesnonemptyhtmlbody></agendaitem>"
    )


def document(title: str, *, restricted: bool = False, site: str = SITE) -> str:
    return (
        f"<linkeddocuments><linkeddoc><title>{title}</title><url>{site}/documents/s1/paper.pdf</url>"
        f"<isrestricted>{restricted}</isrestricted></linkeddoc></linkeddocuments>"
    )


ITEMS = (
    item("31.", "Apologies", aiid="4760", minutes="<p>An apology was received from Councillor Diaz.</p>"),
    item(
        "32.",
        "Roads & Pavements: Resurfacing",
        minutes="<p>The Committee considered a report of the Director of Highways.</p><p><b>RESOLVED</b> that:</p>"
        "<ol><li>the programme be approved; and</li><li>the costs be noted.</li></ol>",
        more=FLAGS + document("Resurfacing report") + document("Tender prices", restricted=True),
    ),
)


def meeting(
    *items: str,
    mid: str = "727",
    date: str = "21/01/2026",
    time: str = "14:00",
    people: tuple[tuple[str, ...], ...] = PEOPLE,
    more: str = "<minutepublished>True</minutepublished>",
) -> str:
    names = ("memberid", "name", "roledescription", "attendance", "politicalparty", "ward", "representing")
    rows = "".join(
        "<attendee " + " ".join(f'{n}="{escape(v)}"' for n, v in zip(names, p, strict=True)) + "/>" for p in people
    )
    return (
        f"<meeting><meetingid>{mid}</meetingid><meetingdate> {date}\r\n</meetingdate><meetingtime>{time}</meetingtime>"
        "<meetinglocation>Committee Room 2, Town Hall</meetinglocation>"
        "<meetingactualfinishtime>15:45</meetingactualfinishtime>"
        f"{more}<attendees>{rows}</attendees><agendaitems>{''.join(items or ITEMS)}</agendaitems></meeting>"
    )


def soap(answer: str, operation: str = "GetMeeting") -> str:
    inner = answer.replace(">", ' xmlns="">', 1)
    return (
        '<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">'
        f'<soap:Body><{operation}Response xmlns="http://moderngov.co.uk/namespaces"><{operation}Result>{inner}'
        f"</{operation}Result></{operation}Response></soap:Body></soap:Envelope>"
    )


CONTACT = ("14 Hidden Lane", "SECRET1 1AA", "024 7600 0000", "07700 900123", "jane.private@example.org", "Ring at tea")


def councillor(uid: str, name: str, party: str, posts: str = "", terms: str = "", host: str = SITE) -> str:
    street, code, phone, mobile, email, added = CONTACT
    address = (
        f"<line1>{street}</line1><postcode>{code}</postcode><phone>{phone}</phone><mobile>{mobile}</mobile>"
        f"<email>{email}</email>"
    )
    return (
        f"<councillor><councillorid>{uid}</councillorid><fullusername>{name}</fullusername>"
        f"<photosmallurl>{host}/UserData/1/small.jpg</photosmallurl><politicalpartytitle>{party}</politicalpartytitle>"
        f"<keyposts>{posts}</keyposts><additionalcontactinfo>{added}</additionalcontactinfo>"
        f"<workaddress>{address}</workaddress><homeaddress>{address}</homeaddress>"
        f"<surgerydetails>{address}</surgerydetails><termsofoffice>{terms}</termsofoffice></councillor>"
    )


def term(since: str, until: str) -> str:
    return f"<termofoffice><startdate>{since}</startdate><enddate>{until}</enddate></termofoffice>"


def wards(**councillors: str) -> str:
    listed = "".join(
        f"<ward><wardtitle>{name}</wardtitle><councillors>{people}</councillors></ward>"
        for name, people in councillors.items()
    )
    return f"<councillorsbyward><wards>{listed}</wards></councillorsbyward>"


WARDS = wards(
    Radford=councillor(
        "12", "Councillor Alice Thorne", "Labour", "Leader of the Council; Chair of Audit, Risk and Standards",
        term("04/05/2019", "04/05/2023") + term("04/05/2023", "unspecified"),
    )
    + councillor("20", "Vacancy", ""),
    Wyken=councillor("13", "Cllr Ben O&amp;#39;Hara", "Conservative Party"),
)  # fmt: skip

COMMITTEES = (
    "<committees><committeescount>4</committeescount>"
    "<committee><committeeid>142</committeeid><committeetitle>Highways Committee</committeetitle>"
    "<committeedeleted>False</committeedeleted><committeeexpired>False</committeeexpired>"
    "<committeecategory>Regulatory</committeecategory></committee>"
    "<committee><committeeid>143</committeeid><committeetitle>Health &amp;amp; Care Board</committeetitle>"
    "<committeedeleted>False</committeedeleted><committeeexpired>True</committeeexpired></committee>"
    "<committee><committeeid>144</committeeid><committeetitle>Entered by Mistake Panel</committeetitle>"
    "<committeedeleted>True</committeedeleted></committee></committees>"
)
BY_DATE = (
    "<getmeetingsbydate><meetingscount>1</meetingscount><meetings><meeting><meetingid>727</meetingid>"
    "<meetingdate>21/01/2026</meetingdate><meetingstatus>Confirmed</meetingstatus><committeeid>142</committeeid>"
    "</meeting></meetings></getmeetingsbydate>"
)
