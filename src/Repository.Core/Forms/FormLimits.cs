namespace Repository.Core.Forms;

/// <summary>What neither a definition nor an answer may exceed, whatever it says of itself.</summary>
public static class FormLimits
{
    public const int Fields = 400;
    public const int Pages = 40;
    public const int Rules = 40;
    public const int Choices = 700;
    public const int Caption = 500;
    public const int HelpText = 4_000;
    public const int Notice = 20_000;
    public const int Alias = 60;
    public const int Pattern = 500;
    public const int ShortText = 500;
    public const int LongText = 20_000;
    public const int OrdinaryShortText = 250;
    public const int OrdinaryLongText = 4_000;
    public const int Files = 20;
    public const long FileBytes = 50L * 1024 * 1024;
    public const int FileName = 200;

    /// <summary>All answers of one entry together, in letters.</summary>
    public const int Answers = 200_000;

    /// <summary>How many strange aliases are named before the rest is only counted.</summary>
    public const int NamedAliases = 20;
}
