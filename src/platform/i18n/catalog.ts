import enAccounts from '../../../locales/en/accounts.json' with { type: 'json' };
import enAdmin from '../../../locales/en/admin.json' with { type: 'json' };
import enAgenda from '../../../locales/en/agenda.json' with { type: 'json' };
import enAnnouncements from '../../../locales/en/announcements.json' with { type: 'json' };
import enAroundUs from '../../../locales/en/around-us.json' with { type: 'json' };
import enAsks from '../../../locales/en/asks.json' with { type: 'json' };
import enCalendars from '../../../locales/en/calendars.json' with { type: 'json' };
import enCallbacks from '../../../locales/en/callbacks.json' with { type: 'json' };
import enCircles from '../../../locales/en/circles.json' with { type: 'json' };
import enCohorts from '../../../locales/en/cohorts.json' with { type: 'json' };
import enComing from '../../../locales/en/coming.json' with { type: 'json' };
import enConversation from '../../../locales/en/conversation.json' with { type: 'json' };
import enDirectory from '../../../locales/en/directory.json' with { type: 'json' };
import enEcomap from '../../../locales/en/ecomap.json' with { type: 'json' };
import enErrors from '../../../locales/en/errors.json' with { type: 'json' };
import enFinding from '../../../locales/en/finding.json' with { type: 'json' };
import enFirstReply from '../../../locales/en/first-reply.json' with { type: 'json' };
import enForming from '../../../locales/en/forming.json' with { type: 'json' };
import enFormingBoard from '../../../locales/en/forming-board.json' with { type: 'json' };
import enGatherings from '../../../locales/en/gatherings.json' with { type: 'json' };
import enGuides from '../../../locales/en/guides.json' with { type: 'json' };
import enHelp from '../../../locales/en/help.json' with { type: 'json' };
import enHelpCalendars from '../../../locales/en/help-calendars.json' with { type: 'json' };
import enHelplines from '../../../locales/en/helplines.json' with { type: 'json' };
import enLanding from '../../../locales/en/landing.json' with { type: 'json' };
import enLetters from '../../../locales/en/letters.json' with { type: 'json' };
import enMatches from '../../../locales/en/matches.json' with { type: 'json' };
import enMentoring from '../../../locales/en/mentoring.json' with { type: 'json' };
import enMentoringReasons from '../../../locales/en/mentoring-reasons.json' with { type: 'json' };
import enMessages from '../../../locales/en/messages.json' with { type: 'json' };
import enNotifications from '../../../locales/en/notifications.json' with { type: 'json' };
import enOnboarding from '../../../locales/en/onboarding.json' with { type: 'json' };
import enOutsideLetters from '../../../locales/en/outside-letters.json' with { type: 'json' };
import enPairs from '../../../locales/en/pairs.json' with { type: 'json' };
import enPeople from '../../../locales/en/people.json' with { type: 'json' };
import enPhotos from '../../../locales/en/photos.json' with { type: 'json' };
import enPlan from '../../../locales/en/plan.json' with { type: 'json' };
import enPlanSteps from '../../../locales/en/plan-steps.json' with { type: 'json' };
import enProgramDrafts from '../../../locales/en/program-drafts.json' with { type: 'json' };
import enPrograms from '../../../locales/en/programs.json' with { type: 'json' };
import enSafety from '../../../locales/en/safety.json' with { type: 'json' };
import enSearch from '../../../locales/en/search.json' with { type: 'json' };
import enSeatingReasons from '../../../locales/en/seating-reasons.json' with { type: 'json' };
import enSetup from '../../../locales/en/setup.json' with { type: 'json' };
import enShelf from '../../../locales/en/shelf.json' with { type: 'json' };
import enUi from '../../../locales/en/ui.json' with { type: 'json' };
import enWords from '../../../locales/en/words.json' with { type: 'json' };
import esAccounts from '../../../locales/es/accounts.json' with { type: 'json' };
import esAdmin from '../../../locales/es/admin.json' with { type: 'json' };
import esAgenda from '../../../locales/es/agenda.json' with { type: 'json' };
import esAnnouncements from '../../../locales/es/announcements.json' with { type: 'json' };
import esAroundUs from '../../../locales/es/around-us.json' with { type: 'json' };
import esAsks from '../../../locales/es/asks.json' with { type: 'json' };
import esCalendars from '../../../locales/es/calendars.json' with { type: 'json' };
import esCallbacks from '../../../locales/es/callbacks.json' with { type: 'json' };
import esCircles from '../../../locales/es/circles.json' with { type: 'json' };
import esCohorts from '../../../locales/es/cohorts.json' with { type: 'json' };
import esComing from '../../../locales/es/coming.json' with { type: 'json' };
import esConversation from '../../../locales/es/conversation.json' with { type: 'json' };
import esDirectory from '../../../locales/es/directory.json' with { type: 'json' };
import esEcomap from '../../../locales/es/ecomap.json' with { type: 'json' };
import esErrors from '../../../locales/es/errors.json' with { type: 'json' };
import esFinding from '../../../locales/es/finding.json' with { type: 'json' };
import esFirstReply from '../../../locales/es/first-reply.json' with { type: 'json' };
import esForming from '../../../locales/es/forming.json' with { type: 'json' };
import esFormingBoard from '../../../locales/es/forming-board.json' with { type: 'json' };
import esGatherings from '../../../locales/es/gatherings.json' with { type: 'json' };
import esGuides from '../../../locales/es/guides.json' with { type: 'json' };
import esHelp from '../../../locales/es/help.json' with { type: 'json' };
import esHelpCalendars from '../../../locales/es/help-calendars.json' with { type: 'json' };
import esHelplines from '../../../locales/es/helplines.json' with { type: 'json' };
import esLanding from '../../../locales/es/landing.json' with { type: 'json' };
import esLetters from '../../../locales/es/letters.json' with { type: 'json' };
import esMatches from '../../../locales/es/matches.json' with { type: 'json' };
import esMentoring from '../../../locales/es/mentoring.json' with { type: 'json' };
import esMentoringReasons from '../../../locales/es/mentoring-reasons.json' with { type: 'json' };
import esMessages from '../../../locales/es/messages.json' with { type: 'json' };
import esNotifications from '../../../locales/es/notifications.json' with { type: 'json' };
import esOnboarding from '../../../locales/es/onboarding.json' with { type: 'json' };
import esOutsideLetters from '../../../locales/es/outside-letters.json' with { type: 'json' };
import esPairs from '../../../locales/es/pairs.json' with { type: 'json' };
import esPeople from '../../../locales/es/people.json' with { type: 'json' };
import esPhotos from '../../../locales/es/photos.json' with { type: 'json' };
import esPlan from '../../../locales/es/plan.json' with { type: 'json' };
import esPlanSteps from '../../../locales/es/plan-steps.json' with { type: 'json' };
import esProgramDrafts from '../../../locales/es/program-drafts.json' with { type: 'json' };
import esPrograms from '../../../locales/es/programs.json' with { type: 'json' };
import esSafety from '../../../locales/es/safety.json' with { type: 'json' };
import esSearch from '../../../locales/es/search.json' with { type: 'json' };
import esSeatingReasons from '../../../locales/es/seating-reasons.json' with { type: 'json' };
import esSetup from '../../../locales/es/setup.json' with { type: 'json' };
import esShelf from '../../../locales/es/shelf.json' with { type: 'json' };
import esUi from '../../../locales/es/ui.json' with { type: 'json' };
import esWords from '../../../locales/es/words.json' with { type: 'json' };

/** One file a room, so that a room's words are found beside its name. `words` are the field's terms all share. */
export const en = {
  ...enAccounts,
  ...enAdmin,
  ...enAgenda,
  ...enAnnouncements,
  ...enAroundUs,
  ...enAsks,
  ...enCalendars,
  ...enCallbacks,
  ...enCircles,
  ...enCohorts,
  ...enComing,
  ...enConversation,
  ...enDirectory,
  ...enEcomap,
  ...enErrors,
  ...enForming,
  ...enFormingBoard,
  ...enGatherings,
  ...enGuides,
  ...enFinding,
  ...enFirstReply,
  ...enHelp,
  ...enHelpCalendars,
  ...enHelplines,
  ...enLanding,
  ...enLetters,
  ...enMatches,
  ...enMentoring,
  ...enMentoringReasons,
  ...enMessages,
  ...enNotifications,
  ...enOnboarding,
  ...enOutsideLetters,
  ...enPairs,
  ...enPeople,
  ...enPhotos,
  ...enPlan,
  ...enPlanSteps,
  ...enProgramDrafts,
  ...enPrograms,
  ...enSafety,
  ...enSearch,
  ...enSeatingReasons,
  ...enSetup,
  ...enShelf,
  ...enUi,
  ...enWords,
};

/** Spanish has every key English has: a missing one is a type error here. */
export const es: Record<keyof typeof en, string> = {
  ...esAccounts,
  ...esAdmin,
  ...esAgenda,
  ...esAnnouncements,
  ...esAroundUs,
  ...esAsks,
  ...esCalendars,
  ...esCallbacks,
  ...esCircles,
  ...esCohorts,
  ...esComing,
  ...esConversation,
  ...esDirectory,
  ...esEcomap,
  ...esErrors,
  ...esForming,
  ...esFormingBoard,
  ...esGatherings,
  ...esGuides,
  ...esFinding,
  ...esFirstReply,
  ...esHelp,
  ...esHelpCalendars,
  ...esHelplines,
  ...esLanding,
  ...esLetters,
  ...esMatches,
  ...esMentoring,
  ...esMentoringReasons,
  ...esMessages,
  ...esNotifications,
  ...esOnboarding,
  ...esOutsideLetters,
  ...esPairs,
  ...esPeople,
  ...esPhotos,
  ...esPlan,
  ...esPlanSteps,
  ...esProgramDrafts,
  ...esPrograms,
  ...esSafety,
  ...esSearch,
  ...esSeatingReasons,
  ...esSetup,
  ...esShelf,
  ...esUi,
  ...esWords,
};
