namespace Repository.Web.Seed;

/// <summary>The first contents in English, so that a second language is real from the first day. The wording is ours.</summary>
internal static class Translations
{
    public const string Note = "Traducción de este repositorio; falta que la revise quien conoce el tema.";

    public static readonly IReadOnlyDictionary<string, (string Title, string Summary)> Practices = new Dictionary<string, (string, string)>
    {
        ["asamblea-general-comunitaria"] = ("General community assembly",
            "The people with rights and duties in the community meet to decide common matters, appoint authorities and hear accounts. It is the highest organ of government in the municipalities governed by indigenous normative systems."),
        ["tequio"] = ("Tequio: communal work for the common good",
            "The community agrees on works and services that everyone benefits from and carries them out with unpaid work by its members, organised by the local authority and recorded so that each household gives its share."),
        ["gozona-guelaguetza"] = ("Gozona, guelaguetza and gueza: mutual help that is returned",
            "Families and communities lend each other work, food, money or music for feasts, sowing, building and mourning, and whoever receives is bound to correspond. Contributions are carefully noted and returned in kind when the other side needs them."),
    };

    public static readonly IReadOnlyDictionary<string, (string Term, string Definition)> Glossary = new Dictionary<string, (string, string)>
    {
        ["acceso-a-la-informacion"] = ("Access to information", "The human right of every person to request, seek and receive public information."),
        ["transparencia"] = ("Transparency", "Rules and ways of working by which an authority lets people see what it does and the information it holds."),
        ["rendicion-de-cuentas"] = ("Accountability", "The duty of whoever holds a public charge to explain what was done, with what money and with what result, and to answer for it."),
        ["participacion-ciudadana"] = ("Citizen participation", "People taking part in the decisions, works and oversight of what concerns everyone."),
        ["gobierno-abierto"] = ("Open government", "A way of governing in which authorities and society share information, decide together and answer for the results."),
        ["tequio"] = ("Tequio", "Unpaid communal work for the common good, agreed by the community."),
        ["asamblea-comunitaria"] = ("Community assembly", "The meeting in which those with rights and duties in a community decide common matters."),
        ["secretariado-tecnico"] = ("Technical secretariat", "The space where authorities, the guarantor body and civil society steer a local open-government exercise."),
    };
}
