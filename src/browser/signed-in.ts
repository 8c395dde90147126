// Signed-in pages only: links and forms stay plain HTML, Turbo makes them quicker.
import * as Turbo from '@hotwired/turbo';
import './care.ts';
import './counts-chosen.ts';
import './keeps-focus.ts';
import './keeps-writing.ts';
import './live.ts';
import './note.ts';
import './stays-open.ts';

// The progress bar brings a <style> of its own, which our content security policy refuses: never show it.
Turbo.config.drive.progressBarDelay = 2_147_483_647;
