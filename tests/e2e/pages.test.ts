// Every page in a real browser, over one server: those that change the county come last.
import './screen.pages.ts';
import './tools.pages.ts';
import './sheet-room.pages.ts';
import './data.pages.ts';
import './import-room.pages.ts';
import './planning.pages.ts';
