namespace Repository.Browser.Tests.Forms;

/// <summary>With what somebody answers and presses.</summary>
public enum Hand
{
    Mouse,
    Finger,
    Keys,
}
