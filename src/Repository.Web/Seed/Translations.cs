namespace Repository.Web.Seed;

/// <summary>A practice's texts in another language.</summary>
internal sealed record PracticeTexts(string Title, string Summary)
{
    public string Context { get; init; } = "";

    public string[] HowItWorks { get; init; } = [];

    public string[] ReplicationNeeds { get; init; } = [];
}

/// <summary>The first contents in English, so that a second language is real from the first day. The translation is ours and says so.</summary>
internal static class Translations
{
    public const string Note = "Traducción de este repositorio; falta que la revise quien conoce el tema.";

    public static readonly IReadOnlyDictionary<string, PracticeTexts> Practices = new Dictionary<string, PracticeTexts>
    {
        ["asamblea-general-comunitaria"] = new("General community assembly",
            "The people with rights and duties in the community meet to decide common matters, appoint authorities and hear accounts. It is the highest organ of government in the municipalities governed by indigenous normative systems.")
        {
            Context = "In 1990 Oaxaca amended its constitution to protect indigenous forms of organisation, and in 1995 it recognised in law the election of authorities by a community's own rules. The state electoral institute documents these rules in a catalogue of municipalities.",
            HowItWorks =
            [
                "The authority calls the meeting in good time and proposes the agenda.",
                "The quorum is checked and a panel is appointed to lead the debate.",
                "Matters are discussed until there is an agreement, which is voted on as the local rules say.",
                "Agreements are set down in signed minutes.",
                "Later assemblies hear how they were fulfilled.",
            ],
            ReplicationNeeds =
            [
                "Known rules on who takes part, how the meeting is called and how decisions are made",
                "A place and a time that let women, young people and older people attend",
                "Minutes and agreements kept where they can be consulted",
                "Interpretation, or a meeting led in the community's language",
            ],
        },
        ["tequio"] = new("Tequio: communal work for the common good",
            "The community calls on its members to work without pay on projects and services that benefit everyone: roads, schools, water, cleaning or reforestation. The authority or the assembly sets the task and the date, each family gives one or more days, attendance is taken, and the assembly is told of the finished work.")
        {
            Context = "It is one of the foundations of communal life. The federal electoral court devoted a booklet to it that explains its value, and its limits when it is demanded as a condition for voting or being elected.",
            HowItWorks =
            [
                "The authority or the assembly sets the task, the date and who takes part.",
                "Each family gives one or more days; some communities accept equivalent contributions.",
                "Attendance is taken and those who did their share are recognised.",
                "The assembly is told of the finished work.",
            ],
            ReplicationNeeds =
            [
                "An agreement of the assembly on the task and the exceptions (age, health, migration)",
                "Materials and tools",
                "A record of attendance",
                "Safety at work",
            ],
        },
        ["gozona-guelaguetza"] = new("Gozona, guelaguetza and gueza: mutual help that is returned",
            "Families and communities lend each other work, food, money or music for feasts, sowing, building and mourning, and whoever receives is bound to correspond. Contributions are carefully noted and something equivalent is returned when the other side needs it.")
        {
            Context = "It is called guelaguetza in the valleys, gozona in the Sierra, guendalizaa in the Isthmus and gueza in the Mixteca. An ethnographic study describes festive exchanges between the authorities of about twenty Mixtec communities.",
            HowItWorks =
            [
                "Whoever needs support tells relatives, friends or another community.",
                "Contributions are carefully noted in a list or notebook.",
                "When the giver needs it, something equivalent is returned.",
                "Between communities, the authorities keep the relation alive for years.",
            ],
            ReplicationNeeds =
            [
                "Trust and known rules of reciprocity",
                "A clear record of what was given and received",
                "Agreements so that families do not fall into debt",
            ],
        },
    };

    public static readonly IReadOnlyDictionary<string, (string Term, string Definition)> Glossary = new Dictionary<string, (string, string)>
    {
        ["acceso-a-la-informacion"] = ("Access to information", "The human right of every person to request, seek and receive public information. Article 6 of the Mexican constitution and international treaties recognise it."),
        ["cocreacion"] = ("Co-creation", "Making policies jointly between authorities and citizens in every phase, from the problem to the evaluation."),
        ["datos-abiertos"] = ("Open data", "Public digital data, available online, that anyone may use, transform and share, and that meet ten verifiable characteristics."),
        ["gobierno-abierto"] = ("Open government", "A way of governing in which plural groups of authorities and citizens solve public problems together, with transparency and participation as its basis and accountability and innovation as its result."),
        ["participacion-ciudadana"] = ("Citizen participation", "Mechanisms and spaces through which people's needs influence how policies are designed, decided, carried out and evaluated."),
        ["plan-de-accion-local"] = ("Local action plan", "A road map with concrete commitments to address public problems in a state."),
        ["rendicion-de-cuentas"] = ("Accountability", "Control and oversight so that authorities inform, explain and answer. It may be vertical (the vote), horizontal (oversight bodies) or diagonal (citizens)."),
        ["secretariado-tecnico"] = ("Open Government Technical Secretariat", "The space that promotes the model, coordinates the actors and maps the way to the local action plan."),
        ["transparencia"] = ("Transparency", "Rules and practices that open processes and make available the information institutions hold, at the lowest cost to whoever looks for it."),
        ["asamblea-comunitaria"] = ("General community assembly", "The meeting of the people with rights and duties in the community; the highest body to decide, appoint authorities and demand accounts."),
        ["tequio"] = ("Tequio", "Unpaid communal work on projects or services of common benefit."),
    };
}
